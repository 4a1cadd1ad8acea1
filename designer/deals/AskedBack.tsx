import { useTranslation } from 'react-i18next'
import type { SupportRequest } from '#engine/deal'
import { useDealView } from './deal-view.ts'

/** What a department asked about its request, and what it was told. */
export function AskedBack({ request: { questions = [] } }: { request: SupportRequest }) {
  const { t } = useTranslation()
  const { nameOf } = useDealView()
  return questions.map(({ text, by, at, answer }) => (
    <div key={at} className="asked-back">
      <small className="quiet">{t('deals.support.asksYou', { name: nameOf(by) })}</small>
      <blockquote>{text}</blockquote>
      {answer && <p>{answer}</p>}
    </div>
  ))
}
