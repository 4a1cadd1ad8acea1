import { ReasonField } from './ReasonField.tsx'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

type Path = 'people/{id}/remove' | 'signers/{id}/take-back' | 'tasks/{id}/take-back'
type Props = { path: Path; id: string; submit: string; close: () => void }

/** Says of one of the deal's people, or of a task, that it no longer counts, and why. */
export function ReasonStep({ path, id, submit, close }: Props) {
  const step = useStep(path)
  return (
    <StepForm<{ reason: string }>
      submit={submit}
      busy={step.isPending}
      error={step.error}
      send={(body) => step.mutate({ id, body }, { onSuccess: close })}
      cancel={close}
    >
      <ReasonField autoFocus />
    </StepForm>
  )
}
