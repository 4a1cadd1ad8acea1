import { useTranslation } from 'react-i18next'
import type { SupportRequest } from '#engine/deal'
import { Linked } from '../ui/Linked.tsx'
import { useShownInstant } from '../ui/use-shown-instant.ts'
import { useDealView } from './deal-view.ts'

/** What a department asked about its request, and what it was told. */
export function AskedBack({ request: { questions = [] } }: { request: SupportRequest }) {
  const { t } = useTranslation()
  const { nameOf } = useDealView()
  const showInstant = useShownInstant()
  return questions.map(({ text, by, at, answer, visitAt }) => (
    <div key={at} className="asked-back">
      <small className="quiet">{t('deals.support.asksYou', { name: nameOf(by) })}</small>
      <blockquote>
        <Linked text={text} />
      </blockquote>
      {visitAt && <p>{t('support.visit.proposed', { time: showInstant(visitAt) })}</p>}
      {answer && <p>{answer}</p>}
    </div>
  ))
}
