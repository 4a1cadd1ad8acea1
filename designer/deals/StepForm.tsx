import { Alert, Form, type FormInstance } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../refusal.ts'
import { useSentence } from '../ui/Failure.tsx'
import { FormActions } from '../ui/FormActions.tsx'

type Props<Values> = {
  submit: string
  busy: boolean
  error: unknown
  send: (values: Values) => void
  cancel?: (() => void) | undefined
  initial?: Partial<Values>
  form?: FormInstance<Values>
  danger?: boolean
  /** There is nothing to send yet. */
  barred?: boolean
  children: ReactNode
}

/** The form of one step, in place. What was typed stays until the step has been taken. */
export function StepForm<Values extends object>(props: Props<Values>) {
  const name = useId()
  return (
    <Form<Values>
      name={name}
      layout="vertical"
      className="step-form"
      requiredMark={false}
      onFinish={props.send}
      {...(props.form && { form: props.form })}
      {...(props.initial && { initialValues: props.initial })}
    >
      {props.children}
      <StepFailure error={props.error} />
      <FormActions
        submit={props.submit}
        busy={props.busy}
        danger={props.danger}
        barred={props.barred}
        cancel={props.cancel}
      />
    </Form>
  )
}

/** Why a step was not taken. A deal that moved on meanwhile is no fault of the writer's. */
export function StepFailure({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const sentence = useSentence()
  if (!error) return null
  const isStale = error instanceof Refusal && error.code === 'STALE_VERSION'
  return (
    <Alert
      className="step-failure"
      type={isStale ? 'warning' : 'error'}
      showIcon
      title={isStale ? t('deals.movedOn') : sentence(error)}
    />
  )
}
