import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { outcomeOf, unreachable } from '#engine'
import type { Objection, ObjectionStepName } from '#engine/deal'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { useDealView } from './deal-view.ts'
import { asPlan, type PlanDraft, PlanFields } from './PlanFields.tsx'
import { Playbook } from './Playbook.tsx'
import { ReasonField } from './ReasonField.tsx'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

export type ObjectionForm = ObjectionStepName | 'reopen'
type Props = { id: string; objection: Objection; close: () => void }

/** The form of one step in an objection's life. */
export function ObjectionStep({ step, ...props }: Props & { step: ObjectionForm }) {
  switch (step) {
    case 'plan':
      return <Plan {...props} />
    case 'implement':
      return <Noted {...props} step="implement" />
    case 'supervise':
      return <Noted {...props} step="supervise" />
    case 'feed-back':
      return <FeedBack {...props} />
    case 'close':
      return <Close {...props} />
    case 'reopen':
      return <Reopen {...props} />
    default:
      return unreachable(step)
  }
}

function Plan({ id, objection, close }: Props) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const step = useStep('objections/{id}/plan')
  const type = page.model.objectionTypes.find((one) => one.id === objection.type)
  const steps = objection.steps ?? type?.playbook ?? []
  return (
    <StepForm<PlanDraft>
      submit={t('deals.objections.step.plan')}
      busy={step.isPending}
      error={step.error}
      initial={{ strategy: objection.strategy ?? type?.strategy ?? 'answer', steps: steps.join('\n') }}
      send={(draft) => step.mutate({ id, body: asPlan(draft) }, { onSuccess: close })}
      cancel={close}
    >
      {type && !page.deal.freeForm && <Playbook type={type} />}
      <PlanFields />
    </StepForm>
  )
}

function Noted({ id, close, step: name }: Props & { step: 'implement' | 'supervise' }) {
  const { t } = useTranslation()
  const step = useStep(`objections/{id}/${name}`)
  return (
    <StepForm<StepBodies['objections/{id}/implement']>
      submit={t(`deals.objections.step.${name}`)}
      busy={step.isPending}
      error={step.error}
      send={(body) => step.mutate({ id, body }, { onSuccess: close })}
      cancel={close}
    >
      <Form.Item name="note" label={t(`deals.objections.noteOf.${name}`)}>
        <Input.TextArea autoFocus autoSize={{ minRows: 1, maxRows: 6 }} maxLength={4000} />
      </Form.Item>
    </StepForm>
  )
}

function FeedBack({ id, close }: Props) {
  const { t } = useTranslation()
  const step = useStep('objections/{id}/feed-back')
  return (
    <StepForm<StepBodies['objections/{id}/feed-back']>
      submit={t('deals.objections.step.feed-back')}
      busy={step.isPending}
      error={step.error}
      send={(body) => step.mutate({ id, body }, { onSuccess: close })}
      cancel={close}
    >
      <Form.Item
        name="feedback"
        label={t('deals.objections.feedback')}
        rules={[{ required: true, whitespace: true, message: t('deals.objections.feedbackMissing') }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 1, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </StepForm>
  )
}

/** What a plan comes to follows from its strategy, so there is nothing to choose. */
function Close({ id, objection, close }: Props) {
  const { t } = useTranslation()
  const step = useStep('objections/{id}/close')
  const outcome = outcomeOf[objection.strategy ?? 'answer']
  return (
    <StepForm<StepBodies['objections/{id}/close']>
      submit={t('deals.objections.step.close')}
      busy={step.isPending}
      error={step.error}
      send={() => step.mutate({ id, body: { outcome } }, { onSuccess: close })}
      cancel={close}
    >
      <p className="quiet">{t('deals.objections.outcomeIs', { outcome: t(`words.outcome.${outcome}`) })}</p>
    </StepForm>
  )
}

function Reopen({ id, close }: Props) {
  const { t } = useTranslation()
  const step = useStep('objections/{id}/reopen')
  return (
    <StepForm<StepBodies['objections/{id}/reopen']>
      submit={t('deals.objections.step.reopen')}
      busy={step.isPending}
      error={step.error}
      send={(body) => step.mutate({ id, body }, { onSuccess: close })}
      cancel={close}
    >
      <ReasonField autoFocus />
    </StepForm>
  )
}
