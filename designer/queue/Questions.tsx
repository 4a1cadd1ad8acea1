import { useTranslation } from 'react-i18next'
import type { RequestPage } from '../../api/work/contract.ts'
import { Ago } from '../ui/Ago.tsx'

/** What a department asked the seller, and what they answered. */
export function Questions({ questions }: { questions: RequestPage['questions'] }) {
  const { t } = useTranslation()
  if (questions.length === 0) return null
  return (
    <ol className="questions" aria-label={t('queue.hold.questions')}>
      {questions.map(({ text, by, at, answer, answeredBy, answeredAt }) => (
        <li key={at}>
          <p className="quiet">
            {by} · <Ago at={at} />
          </p>
          <blockquote>{text}</blockquote>
          {answer && (
            <>
              <p className="quiet">
                {answeredBy} · <Ago at={answeredAt ?? at} />
              </p>
              <blockquote>{answer}</blockquote>
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
