import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Observation } from '#engine/deal'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { FileLinks } from '../files/FileLinks.tsx'
import { Ago } from '../ui/Ago.tsx'
import { Linked } from '../ui/Linked.tsx'
import { useDealView } from './deal-view.ts'
import type { KnownFact } from './known-facts.ts'
import { Lapse } from './Lapse.tsx'
import { Mark, markOf } from './Mark.tsx'
import { ReasonField } from './ReasonField.tsx'
import { StepForm } from './StepForm.tsx'
import { useShownFact } from './use-shown-fact.ts'
import { useStep } from './use-step.ts'

/** One fact: what stands, and below it what was said before or taken back. */
export function KnownFactRow({ known }: { known: KnownFact }) {
  const { t } = useTranslation()
  const { names } = useDealView()
  const [standing, ...earlier] = known.observations
  if (!standing) return null
  return (
    <li>
      <ObservationLine
        id={standing.id}
        observation={standing.observation}
        name={
          <>
            <Mark
              kind={markOf(known.fact)}
              filled={!standing.observation.withdrawnAt && standing.observation.value !== false}
            />
            {names.label(known.fact)}
          </>
        }
      />
      {earlier.length > 0 && (
        <details className="fold earlier">
          <summary>{t('deals.known.earlier', { count: earlier.length })}</summary>
          {earlier.map(({ id, observation }) => (
            <ObservationLine key={id} id={id} observation={observation} name={null} />
          ))}
        </details>
      )}
    </li>
  )
}

type LineProps = { id: string; observation: Observation; name: React.ReactNode }

function ObservationLine({ id, observation, name }: LineProps) {
  const { t } = useTranslation()
  const { names, mayChange, nameOf, page } = useDealView()
  const show = useShownFact()
  const [withdrawing, setWithdrawing] = useState(false)
  const { fact, value, grade, saidBy, evidence, files, by, at, withdrawnAt, withdrawnReason } = observation
  return (
    <div className={withdrawnAt ? 'observation withdrawn' : 'observation'}>
      <span className="observation-name">{name}</span>
      <span className="observation-value">{show(fact, names.fact(fact)?.value, value, page.model.currency)}</span>
      <span className={`evidenced by-${grade}`}>{t(`words.grade.${grade}`)}</span>
      <span className="observation-who">
        {saidBy && <span>{saidBy}</span>}
        <small className="quiet">
          {nameOf(by)} · <Ago at={at} />
        </small>
        <Lapse observation={observation} />
      </span>
      {mayChange && !withdrawnAt && !withdrawing && (
        <Button
          size="small"
          type="text"
          className="withdraw"
          aria-label={t('deals.known.withdrawFact', { fact: names.label(fact) })}
          onClick={() => setWithdrawing(true)}
        >
          {t('deals.known.withdraw')}
        </Button>
      )}
      {evidence && (
        <blockquote>
          <Linked text={evidence} />
        </blockquote>
      )}
      <FileLinks deal={page.deal.id} files={files} />
      {withdrawnAt && (
        <p className="withdrawal">
          {t('deals.known.withdrawn', { reason: withdrawnReason ?? '' })} · <Ago at={withdrawnAt} />
        </p>
      )}
      {withdrawing && <Withdraw id={id} close={() => setWithdrawing(false)} />}
    </div>
  )
}

function Withdraw({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation()
  const step = useStep('observations/{id}/withdraw')
  return (
    <StepForm<StepBodies['observations/{id}/withdraw']>
      submit={t('deals.known.withdrawIt')}
      busy={step.isPending}
      error={step.error}
      send={(body) => step.mutate({ id, body }, { onSuccess: close })}
      cancel={close}
    >
      <ReasonField autoFocus hint={t('deals.known.withdrawHint')} />
    </StepForm>
  )
}
