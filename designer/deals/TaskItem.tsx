import { Link } from '@tanstack/react-router'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { factName } from '#engine'
import type { Owed } from '../../api/work/contract.ts'
import { DueTime } from '../ui/DueTime.tsx'
import { StepForm } from './StepForm.tsx'
import { useOwedStep } from './use-owed-step.ts'
import type { RecordOn } from './use-recording.ts'

/** `repeats` where the task before it is the same on another deal: what is to be done then stands there. */
type Props = { task: Owed<'task'>; repeats: boolean; record: RecordOn }

/** One task that I owe, from wherever its deal is. Recording what it brought settles it; so does saying that it is done. */
export function TaskItem({ task, repeats, record }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [completing, setCompleting] = useState(false)
  const complete = useOwedStep(task, 'tasks/{id}/complete', () => {
    void message.success(t('deals.tasks.completed', { task: task.name }))
  })
  const facts = task.brings.map(({ kind, id }) => factName[kind](id))
  return (
    <li aria-label={task.name} className={repeats ? 'repeats' : ''}>
      {!repeats && <strong className="task-what">{task.name}</strong>}
      <div className="task-where">
        <Link to="/deals/$dealId" params={{ dealId: task.dealId }}>
          {task.dealName}
        </Link>{' '}
        <small className="quiet">{[task.account, task.stage].filter(Boolean).join(' · ')}</small>
      </div>
      <div className="task-due">
        <DueTime at={task.dueAt} />
      </div>
      <div className="task-do">
        {facts.length > 0 && (
          <Button size="small" onClick={() => record(task.dealId, facts)}>
            {t('deals.tasks.recordEffect')}
          </Button>
        )}
        {!completing && (
          <Button size="small" type="text" onClick={() => setCompleting(true)}>
            {t('deals.tasks.completeWithout')}
          </Button>
        )}
      </div>
      {completing && (
        <StepForm<{ note?: string }>
          submit={t('deals.tasks.complete')}
          busy={complete.isPending}
          error={complete.error}
          send={({ note = '' }) => complete.mutate({ note })}
          cancel={() => setCompleting(false)}
        >
          <Form.Item name="note" label={t('words.note')}>
            <Input autoFocus maxLength={4000} />
          </Form.Item>
        </StepForm>
      )}
    </li>
  )
}
