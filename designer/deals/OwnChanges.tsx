import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Change, inverseOf } from '#engine'
import { useChangeSentence } from '../map/use-change-sentence.ts'
import { Panel } from '../ui/Panel.tsx'
import { AdaptModel } from './AdaptModel.tsx'
import { useDealView } from './deal-view.ts'
import { ReasonField } from './ReasonField.tsx'
import { StepForm } from './StepForm.tsx'
import { useAdapt } from './use-adapt.ts'

/** What this deal does otherwise than its version, and where more of it is said. */
export function OwnChanges() {
  const { t } = useTranslation()
  const { page, mayChange } = useDealView()
  const [adapting, setAdapting] = useState(false)
  const own = page.state.own ?? []
  if (own.length === 0 && !mayChange) return null
  return (
    <Panel title={t('deals.adapt.own', { version: page.version })} count={own.length}>
      {own.length > 0 && (
        <ul className="cards">
          {own.map((change) => (
            <OwnChange key={`${change.kind} ${change.place.kind} ${change.place.id}`} change={change} />
          ))}
        </ul>
      )}
      {adapting && <AdaptModel close={() => setAdapting(false)} />}
      {mayChange && !adapting && (
        <div className="card-actions titled-body">
          <Button size="small" onClick={() => setAdapting(true)}>
            {t('deals.adapt.title')}
          </Button>
        </div>
      )}
    </Panel>
  )
}

function OwnChange({ change }: { change: Change }) {
  const { t } = useTranslation()
  const { page, mayChange } = useDealView()
  const tell = useChangeSentence()
  const adapt = useAdapt()
  const [takingBack, setTakingBack] = useState(false)
  const told = tell(change, { before: page.model, after: page.model })
  const stop = () => setTakingBack(false)
  return (
    <li>
      <div className="card-line">
        <span>{told}</span>
        {mayChange && !takingBack && (
          <Button
            size="small"
            type="text"
            aria-label={t('deals.adapt.takeBackNamed', { change: told })}
            onClick={() => setTakingBack(true)}
          >
            {t('deals.adapt.takeBack')}
          </Button>
        )}
      </div>
      {takingBack && (
        <StepForm<{ reason: string }>
          submit={t('deals.adapt.takeBack')}
          busy={adapt.isPending}
          error={adapt.error}
          send={({ reason }) => adapt.mutate({ changes: [inverseOf(change)], reason }, { onSuccess: stop })}
          cancel={stop}
        >
          <ReasonField autoFocus hint={t('deals.adapt.takeBackHint')} />
        </StepForm>
      )}
    </li>
  )
}
