import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Objection } from '#engine/deal'
import { Tone } from '../ui/Tone.tsx'
import { useDealView } from './deal-view.ts'
import { ObjectionStep } from './ObjectionStep.tsx'

/** An objection that was closed: how, and that it can come up again. One that was only crossed keeps its flag. */
export function ClosedObjection({ id, objection }: { id: string; objection: Objection }) {
  const { t } = useTranslation()
  const { names, mayChange } = useDealView()
  const [reopening, setReopening] = useState(false)
  const { statement, type, outcome, feedback } = objection
  return (
    <li aria-label={statement}>
      <span>{statement}</span>{' '}
      <small className="quiet">
        {names.objectionType(type)}
        {outcome && ` · ${t(`words.outcome.${outcome}`)}`}
        {feedback && ` · ${feedback}`}
      </small>{' '}
      {outcome === 'crossed' && <Tone tone="warn">{t('deals.objections.crossed')}</Tone>}
      {mayChange && !reopening && (
        <Button size="small" type="text" onClick={() => setReopening(true)}>
          {t('deals.objections.step.reopen')}
        </Button>
      )}
      {reopening && <ObjectionStep step="reopen" id={id} objection={objection} close={() => setReopening(false)} />}
    </li>
  )
}
