import { useQuery } from '@tanstack/react-query'
import { Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachedFile } from '#engine/deal'
import { AttachFiles } from '../files/AttachFiles.tsx'
import { useIsBringing } from '../files/use-bring-files.ts'
import { api } from '../resources/resources.ts'
import { InstantInput } from '../ui/InstantInput.tsx'
import { useDealView } from './deal-view.ts'
import { StepForm } from './StepForm.tsx'
import { DepartmentField, DueField, NamedSelect, WhatFields } from './SupportFields.tsx'
import { asRequest, type SupportDraft, wishes } from './support-draft.ts'
import { useStep } from './use-step.ts'

/** Asks for support that no rule calls for: a department’s, a manager’s, or a manager’s company on a visit. */
export function AskSupport({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const step = useStep('support-requests')
  const [form] = Form.useForm<SupportDraft>()
  const [files, setFiles] = useState<AttachedFile[]>([])
  const isBringing = useIsBringing(page.deal.id)
  const wish = Form.useWatch('wish', form) ?? 'department'
  return (
    <StepForm<SupportDraft>
      form={form}
      submit={t('support.ask.send')}
      busy={step.isPending || isBringing}
      error={step.error}
      initial={{ wish: 'department' }}
      send={(draft) => step.mutate({ body: asRequest(draft, files) }, { onSuccess: close })}
      cancel={close}
    >
      <Form.Item name="wish" label={t('support.ask.of')}>
        <Radio.Group vertical options={wishes.map((value) => ({ value, label: t(`support.ask.wish.${value}`) }))} />
      </Form.Item>
      {wish === 'department' ? <DepartmentField /> : <ManagerField />}
      {wish === 'company' && (
        <div className="step-form-pair">
          <Form.Item
            name="visitAt"
            label={t('support.visit.at')}
            rules={[{ required: true, message: t('support.visit.atMissing') }]}
          >
            <InstantInput min={new Date().toISOString()} />
          </Form.Item>
          <Form.Item
            name="meet"
            label={t('support.visit.meet')}
            rules={[{ required: true, whitespace: true, message: t('support.visit.meetMissing') }]}
          >
            <Input maxLength={300} />
          </Form.Item>
        </div>
      )}
      <WhatFields />
      <Form.Item label={t('files.list')}>
        <AttachFiles deal={page.deal.id} files={files} change={setFiles} />
      </Form.Item>
      {wish !== 'company' && <DueField />}
    </StepForm>
  )
}

function ManagerField() {
  const { t } = useTranslation()
  const { data, isPending } = useQuery({ queryKey: ['managers'], queryFn: api.managers })
  return (
    <Form.Item
      name="manager"
      label={t('words.role.manager')}
      rules={[{ required: true, message: t('support.ask.managerMissing') }]}
    >
      <NamedSelect items={data?.items} loading={isPending} />
    </Form.Item>
  )
}
