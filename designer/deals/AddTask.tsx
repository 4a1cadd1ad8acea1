import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { api } from '../resources/resources.ts'
import { InstantInput } from '../ui/InstantInput.tsx'
import { useDealView } from './deal-view.ts'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

type Draft = { name: string; assignee?: string; due?: string }

/** Adds a task to a deal that no model asks anything of: what to do, who does it and by when. */
export function AddTask({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const step = useStep('tasks')
  const managers = useQuery({ queryKey: ['managers'], queryFn: api.managers, staleTime: 60_000 })
  const { owner } = page.deal
  const people = [owner, ...(managers.data?.items ?? []).filter(({ id }) => id !== owner.id)]
  return (
    <StepForm<Draft>
      submit={t('deals.tasks.add')}
      busy={step.isPending}
      error={step.error}
      initial={{ assignee: owner.id }}
      send={(draft) => step.mutate({ body: asTask(draft) }, { onSuccess: close })}
      cancel={close}
    >
      <Form.Item
        name="name"
        label={t('deals.deviate.actionName')}
        rules={[{ required: true, whitespace: true, message: t('deals.deviate.actionNameMissing') }]}
      >
        <Input autoFocus maxLength={200} />
      </Form.Item>
      <div className="step-form-pair">
        <Form.Item name="assignee" label={t('deals.tasks.who')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="due" label={t('deals.tasks.due')}>
          <InstantInput min={new Date().toISOString()} />
        </Form.Item>
      </div>
    </StepForm>
  )
}

const asTask = ({ name, assignee, due }: Draft): StepBodies['tasks'] => ({
  name,
  ...(assignee && { assignee }),
  ...(due && { due }),
})
