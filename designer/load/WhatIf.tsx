import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DepartmentLoad, Supposed } from '#engine'
import type { LoadOfDepartment } from '../../api/support-load/contract.ts'
import { BatchResult } from '../batches/BatchResult.tsx'
import { StepFailure } from '../deals/StepForm.tsx'
import { useMe } from '../session/use-me.ts'
import { SupposeForm } from './SupposeForm.tsx'
import { useCarryOut } from './use-carry-out.ts'
import { useTellSupposed } from './use-tell-supposed.ts'

type Props = {
  of: LoadOfDepartment
  now: DepartmentLoad
  supposed: readonly Supposed[]
  setSupposed: (supposed: readonly Supposed[]) => void
}

/** Thinks changes of a department through before they are made: the board shows what would come of them. */
export function WhatIf({ of, now, supposed, setSupposed }: Props) {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const tell = useTellSupposed(of.people)
  const carryOut = useCarryOut(of.department.id)
  const movesPeople = me?.role === 'manager' || me?.role === 'admin'
  const kinds: Supposed['kind'][] = [
    ...(movesPeople ? (['shift', 'absence'] as const) : []),
    'capacity',
    ...(of.standing.calendar ? (['closed'] as const) : []),
  ]
  const [chosen, choose] = useState<Supposed['kind']>()
  const kind = chosen ?? kinds[0]
  return (
    <div className="titled-body what-if">
      <p className="quiet">{t('load.whatIfHint')}</p>
      <Segmented
        aria-label={t('load.whatIf')}
        value={kind ?? ''}
        onChange={(kind) => choose(kind as Supposed['kind'])}
        options={kinds.map((value) => ({ value, label: t(`load.suppose.${value}`) }))}
      />
      {kind && <SupposeForm key={kind} kind={kind} of={of} now={now} take={(one) => setSupposed([...supposed, one])} />}
      {supposed.length > 0 && (
        <>
          <ul className="supposed" aria-label={t('load.supposed')}>
            {supposed.map((one, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same may be supposed twice
              <li key={n}>
                <span>{tell(one)}</span>
                <Button size="small" type="text" onClick={() => setSupposed(supposed.filter((_, at) => at !== n))}>
                  {t('words.remove')}
                </Button>
              </li>
            ))}
          </ul>
          <StepFailure error={carryOut.error} />
          <div className="step-form-actions">
            <Button
              type="primary"
              size="middle"
              loading={carryOut.isPending}
              onClick={() => carryOut.mutate(supposed, { onSuccess: () => setSupposed([]) })}
            >
              {t('load.carryOut')}
            </Button>
            <Button size="middle" type="text" onClick={() => setSupposed([])}>
              {t('load.discard')}
            </Button>
          </div>
        </>
      )}
      {carryOut.data?.map((batch) => (
        <BatchResult key={batch.id} batch={batch} words="shifting" stale={['support-load']} />
      ))}
    </div>
  )
}
