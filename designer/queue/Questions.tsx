import { useTranslation } from 'react-i18next'
import type { RequestPage } from '../../api/work/contract.ts'
import { Ago } from '../ui/Ago.tsx'
import { Linked } from '../ui/Linked.tsx'
import { useShownInstant } from '../ui/use-shown-instant.ts'

/** What a department asked the seller, and what they answered. */
export function Questions({ questions }: { questions: RequestPage['questions'] }) {
  const { t } = useTranslation()
  const showInstant = useShownInstant()
  if (questions.length === 0) return null
  return (
    <ol className="questions" aria-label={t('queue.hold.questions')}>
      {questions.map(({ text, by, at, answer, answeredBy, answeredAt, visitAt }) => (
        <li key={at}>
          <p className="quiet">
            {by} · <Ago at={at} />
          </p>
          <blockquote>
            <Linked text={text} />
          </blockquote>
          {visitAt && <p>{t('support.visit.proposed', { time: showInstant(visitAt) })}</p>}
          {answer && (
            <>
              <p className="quiet">
                {answeredBy} · <Ago at={answeredAt ?? at} />
              </p>
              <blockquote>
                <Linked text={answer} />
              </blockquote>
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
