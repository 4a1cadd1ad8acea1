import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestPage } from '../../api/work/contract.ts'
import { LockSentence } from '../deals/LockSentence.tsx'
import { ReasonField } from '../deals/ReasonField.tsx'
import { StepForm } from '../deals/StepForm.tsx'
import { useMe } from '../session/use-me.ts'
import { Panel } from '../ui/Panel.tsx'
import { useRequestStep } from './use-request-step.ts'

/**
 * Which departments hold this purchase where it stands. Whoever's department was ever asked for help with a deal can lock it, and
 * release that lock, for as long as the deal is open: what they find out often comes after their answer.
 */
export function LockOfDeal({ page }: { page: RequestPage }) {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const [doing, setDoing] = useState(false)
  const { department } = page.request
  const isLocked = page.locks.some((lock) => lock.department.id === department.id)
  const isMovedBy = me?.role === 'manager' || me?.role === 'admin' || me?.departments.includes(department.id)
  const mayLock = department.id !== '' && isMovedBy && page.deal.isOpen
  if (page.locks.length === 0 && !mayLock) return null
  const done = () => setDoing(false)
  return (
    <Panel title={t('support.lock.title')}>
      <div className="titled-body hold">
        {page.locks.map((lock) => (
          <LockSentence key={lock.department.id} {...lock} department={lock.department.name} />
        ))}
        {page.locks.length === 0 && <p className="quiet">{t('support.lock.offer')}</p>}
        {mayLock && !doing && (
          <div className="hold-steps">
            <Button onClick={() => setDoing(true)}>
              {t(isLocked ? 'support.lock.releaseOf' : 'support.lock.lockFor', { department: department.name })}
            </Button>
          </div>
        )}
        {doing && (isLocked ? <Release page={page} done={done} /> : <Lock page={page} done={done} />)}
      </div>
    </Panel>
  )
}

function Lock({ page, done }: { page: RequestPage; done: () => void }) {
  const { t } = useTranslation()
  const step = useRequestStep(page, 'locks')
  return (
    <StepForm<{ reason: string }>
      submit={t('support.lock.lock')}
      busy={step.isPending}
      error={step.error}
      send={({ reason }) => step.mutate({ department: page.request.department.id, reason }, { onSuccess: done })}
      cancel={done}
    >
      <ReasonField autoFocus hint={t('support.lock.means')} />
    </StepForm>
  )
}

function Release({ page, done }: { page: RequestPage; done: () => void }) {
  const { t } = useTranslation()
  const step = useRequestStep(page, 'locks/{id}/release', page.request.department.id)
  return (
    <StepForm<{ note?: string }>
      submit={t('support.lock.release')}
      busy={step.isPending}
      error={step.error}
      send={(body) => step.mutate(body, { onSuccess: done })}
      cancel={done}
    >
      <Form.Item name="note" label={t('words.note')}>
        <Input autoFocus maxLength={4000} />
      </Form.Item>
    </StepForm>
  )
}
