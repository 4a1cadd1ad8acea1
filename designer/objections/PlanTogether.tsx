import { useMutation } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectionRow } from '../../api/objections/contract.ts'
import { BatchResult } from '../batches/BatchResult.tsx'
import { asPlan, type PlanDraft, PlanFields } from '../deals/PlanFields.tsx'
import { Playbook } from '../deals/Playbook.tsx'
import { StepForm } from '../deals/StepForm.tsx'
import { api } from '../resources/resources.ts'
import { useAttempt } from '../ui/use-attempt.ts'

type Props = { objections: ObjectionRow[]; close: () => void; planned: () => void }

/** One plan for many objections, and what became of it on each. */
export function PlanTogether({ objections, close, planned }: Props) {
  const { t } = useTranslation()
  const [asked] = useState(objections)
  const attempt = useAttempt()
  const plan = useMutation({
    mutationFn: (draft: PlanDraft) => {
      const body = { ...asPlan(draft), objections: asked.map(({ deal, id }) => ({ deal: deal.id, id })) }
      return api.planTogether(body, attempt.keyFor(body))
    },
    onSuccess: () => {
      attempt.done()
      planned()
    },
  })
  const types = [...new Set(asked.map(({ type }) => type.name))]
  const [first] = asked
  const playbook = types.length === 1 && first?.playbook ? { ...first.playbook, blocks: first.blocks } : undefined
  return (
    <Drawer open onClose={close} size="min(520px, 100vw)" title={t('objections.planCount', { count: asked.length })}>
      {plan.data ? (
        <BatchResult batch={plan.data} words="objections" stale={['objections']} />
      ) : (
        <StepForm<PlanDraft>
          submit={t('objections.submit')}
          busy={plan.isPending}
          error={plan.error}
          initial={{ strategy: playbook?.strategy ?? 'answer', steps: playbook?.playbook.join('\n') ?? '' }}
          send={(draft) => plan.mutate(draft)}
          cancel={close}
        >
          {playbook && <Playbook type={playbook} />}
          {types.length > 1 && <p className="quiet">{t('objections.severalTypes', { types: types.join(', ') })}</p>}
          <PlanFields />
        </StepForm>
      )}
    </Drawer>
  )
}
