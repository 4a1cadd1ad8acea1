import { useMutation } from '@tanstack/react-query'
import { Drawer, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CohortDeal, JointRequest, JointTask, Selection } from '../../api/cohorts/contract.ts'
import { BatchResult } from '../batches/BatchResult.tsx'
import { ReasonField } from '../deals/ReasonField.tsx'
import { StepForm } from '../deals/StepForm.tsx'
import { DepartmentField, DueField, WhatFields } from '../deals/SupportFields.tsx'
import { api } from '../resources/resources.ts'
import { InstantInput } from '../ui/InstantInput.tsx'
import { useAttempt } from '../ui/use-attempt.ts'

type Props = {
  act: 'task' | 'support'
  segment: string
  of: Selection
  count: number
  /** Deals whose missing facts a task can be for. */
  among: CohortDeal[]
  close: () => void
  begun: () => void
}

type Task = Omit<JointTask, 'of'>
type Request = Omit<JointRequest, 'of'>

/** One task, or one request to a department, for many deals; and what became of it on each. */
export function ActTogether({ act, segment, of, count, among, close, begun }: Props) {
  const { t } = useTranslation()
  // What was chosen when it opened; the lists behind it go on changing.
  const [asked] = useState({ of, count, among })
  const attempt = useAttempt()
  const onSuccess = () => {
    attempt.done()
    begun()
  }
  const task = useMutation({
    mutationFn: (draft: Task) => {
      const body = { ...draft, of: asked.of }
      return api.addTasks(segment, body, attempt.keyFor(body))
    },
    onSuccess,
  })
  const support = useMutation({
    mutationFn: (draft: Request) => {
      const body = { ...draft, of: asked.of }
      return api.askForAll(segment, body, attempt.keyFor(body))
    },
    onSuccess,
  })
  const batch = task.data ?? support.data
  return (
    <Drawer
      open
      onClose={close}
      size="min(520px, 100vw)"
      title={t(act === 'task' ? 'cohort.taskFor' : 'cohort.supportFor', { count: asked.count })}
    >
      {batch ? (
        <BatchResult batch={batch} words="cohort" stale={['cohort']} />
      ) : act === 'task' ? (
        <StepForm<Task>
          submit={t('cohort.giveTask')}
          busy={task.isPending}
          error={task.error}
          send={(draft) => task.mutate(draft)}
          cancel={close}
        >
          <p className="quiet">{t('cohort.taskHint')}</p>
          <TaskFields among={asked.among} />
        </StepForm>
      ) : (
        <StepForm<Request>
          submit={t('cohort.askDepartment')}
          busy={support.isPending}
          error={support.error}
          send={(draft) => support.mutate(draft)}
          cancel={close}
        >
          <p className="quiet">{t('cohort.supportHint')}</p>
          <DepartmentField />
          <WhatFields />
          <DueField />
        </StepForm>
      )}
    </Drawer>
  )
}

function TaskFields({ among }: { among: CohortDeal[] }) {
  const { t } = useTranslation()
  const missing = among.flatMap((one) => one.missing.filter(({ kind }) => kind === 'element' || kind === 'commitment'))
  const names = new Map(missing.map(({ id, name }) => [id, name]))
  return (
    <>
      <Form.Item
        name="name"
        label={t('cohort.task')}
        rules={[{ required: true, whitespace: true, message: t('cohort.taskMissing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="brings" label={t('cohort.brings')} extra={t('cohort.bringsHint')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={[...names].map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item name="due" label={t('words.due')}>
        <InstantInput min={new Date().toISOString()} />
      </Form.Item>
      <ReasonField />
    </>
  )
}
