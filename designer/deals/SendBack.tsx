import { useTranslation } from 'react-i18next'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { SpecialistField } from './AddSigner.tsx'
import { useDealView } from './deal-view.ts'
import { ReasonField } from './ReasonField.tsx'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

type Values = Pick<StepBodies['sign-off/return'], 'specialist' | 'reason'>

/** Says that the customer sent the sign-off back to a layer, or to one department beside it. */
export function SendBack({ layer, close }: { layer: string; close: () => void }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const step = useStep('sign-off/return')
  const beside = page.model.chain.specialists.filter((one) => one.layer === layer)
  return (
    <StepForm<Values>
      submit={t('deals.signOff.sendBack')}
      busy={step.isPending}
      error={step.error}
      send={({ specialist, reason }) =>
        step.mutate({ body: { layer, reason, ...(specialist && { specialist }) } }, { onSuccess: close })
      }
      cancel={close}
    >
      {beside.length > 0 && <SpecialistField beside={beside} none={t('deals.signOff.wholeLayer')} />}
      <ReasonField autoFocus hint={t('deals.signOff.sendBackHint')} />
    </StepForm>
  )
}
