import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lockedBy } from '#engine/deal'
import { useDealView } from './deal-view.ts'
import { LockSentence } from './LockSentence.tsx'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

/** Which departments hold the purchase where it stands, what that means, and who can release it. */
export function DealLocks() {
  const { t } = useTranslation()
  const { page } = useDealView()
  const locked = lockedBy(page.state)
  if (locked.length === 0) return null
  return (
    <section className="deal-locks" aria-label={t('support.lock.title')}>
      {locked.map((department) => (
        <DealLock key={department} department={department} />
      ))}
      <p className="quiet">{t('support.lock.means')}</p>
    </section>
  )
}

function DealLock({ department }: { department: string }) {
  const { t } = useTranslation()
  const { page, departmentName, nameOf, mayMoveSupport } = useDealView()
  const [releasing, setReleasing] = useState(false)
  const step = useStep('locks/{id}/release')
  const lock = page.state.locks?.[department]
  if (!lock) return null
  return (
    <div className="deal-lock">
      <LockSentence {...lock} department={departmentName(department)} by={nameOf(lock.by)} />
      {mayMoveSupport && !releasing && (
        <Button size="small" onClick={() => setReleasing(true)}>
          {t('support.lock.release')}
        </Button>
      )}
      {releasing && (
        <StepForm<{ note?: string }>
          submit={t('support.lock.release')}
          busy={step.isPending}
          error={step.error}
          send={(body) => step.mutate({ body, id: department }, { onSuccess: () => setReleasing(false) })}
          cancel={() => setReleasing(false)}
        >
          <Form.Item name="note" label={t('words.note')}>
            <Input autoFocus maxLength={4000} />
          </Form.Item>
        </StepForm>
      )}
    </div>
  )
}
