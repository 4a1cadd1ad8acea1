import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskRow } from '../../api/work/contract.ts'
import { api } from '../resources/resources.ts'
import { DueTime } from '../ui/DueTime.tsx'
import { Brings } from './Brings.tsx'
import { StepForm } from './StepForm.tsx'

/** One task that I owe, from wherever its deal is. Recording what it brought settles it; so does saying that it is done. */
export function TaskItem({ task }: { task: TaskRow }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [completing, setCompleting] = useState(false)
  const complete = useMutation({
    mutationFn: ({ note }: { note?: string }) =>
      api.step(task.dealId, 'tasks/{id}/complete', { note: note ?? '' }, task.id),
    onSuccess: async () => {
      void message.success(t('deals.tasks.completed', { task: task.name }))
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['tasks'] }),
        queries.invalidateQueries({ queryKey: ['deal', task.dealId] }),
      ])
    },
    onError: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  })
  const record = () =>
    navigate({ to: '/deals/$dealId', params: { dealId: task.dealId }, search: { record: task.id } as object })
  return (
    <li aria-label={task.name}>
      <div className="task-what">
        <strong>{task.name}</strong>
        <Brings effects={task.brings} />
      </div>
      <div className="task-where">
        <Link to="/deals/$dealId" params={{ dealId: task.dealId }}>
          {task.dealName}
        </Link>
        <small className="quiet">{[task.account, task.stage].filter(Boolean).join(' · ')}</small>
      </div>
      <div className="task-due">
        <DueTime at={task.dueAt} />
      </div>
      <div className="task-do">
        {task.brings.length > 0 && (
          <Button size="small" onClick={() => void record()}>
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
          send={(values) => complete.mutate(values)}
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
