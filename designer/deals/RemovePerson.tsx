import { useTranslation } from 'react-i18next'
import { ReasonField } from './ReasonField.tsx'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

/** Says that a person no longer takes part, and why. */
export function RemovePerson({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation()
  const step = useStep('people/{id}/remove')
  return (
    <StepForm<{ reason: string }>
      submit={t('deals.people.left')}
      busy={step.isPending}
      error={step.error}
      send={(body) => step.mutate({ id, body }, { onSuccess: close })}
      cancel={close}
    >
      <ReasonField autoFocus />
    </StepForm>
  )
}
