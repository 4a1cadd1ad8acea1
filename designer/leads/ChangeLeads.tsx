import { useMutation } from '@tanstack/react-query'
import { Drawer, Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JointLeadChange, LeadBatch, SegmentFunnel } from '../../api/leads/contract.ts'
import { StepForm } from '../deals/StepForm.tsx'
import { api } from '../resources/resources.ts'
import { useAttempt } from '../ui/use-attempt.ts'
import { TagsInput } from './TagsInput.tsx'

type Draft = { addTags?: string[]; removeTags?: string[]; stage?: string; owner?: string }
type Props = {
  told: SegmentFunnel
  of: JointLeadChange['of']
  count: number
  mayGive: boolean
  close: () => void
  changed: (batch: LeadBatch) => void
}

const nobody = 'nobody'

/** Tags, stage and owner of many leads, changed in one go. What is left empty stays. */
export function ChangeLeads({ told, of, count, mayGive, close, changed }: Props) {
  const { t } = useTranslation()
  // What was chosen when it opened; the list behind it goes on changing.
  const [asked] = useState({ of, count })
  const [form] = Form.useForm<Draft>()
  const draft = Form.useWatch([], form) ?? {}
  const change = changeOf(draft)
  const attempt = useAttempt()
  const changing = useMutation({
    mutationFn: (change: JointLeadChange['change']) => {
      const body = { of: asked.of, change }
      return api.changeLeads(told.segment.id, body, attempt.keyFor(body))
    },
    onSuccess: (batch) => {
      attempt.done()
      changed(batch)
    },
  })
  const tags = told.tags.map(({ tag }) => tag)
  return (
    <Drawer open onClose={close} size="min(460px, 100vw)" title={t('leads.changeTitle', { count: asked.count })}>
      <StepForm<Draft>
        form={form}
        submit={t('leads.changeAll', { count: asked.count })}
        busy={changing.isPending}
        barred={change === undefined}
        error={changing.error}
        send={() => change && changing.mutate(change)}
        cancel={close}
      >
        <p className="quiet">{t('leads.changeHint')}</p>
        <Form.Item name="addTags" label={t('leads.addTags')}>
          <TagsInput known={tags} placeholder={t('leads.addTagsHint')} />
        </Form.Item>
        <Form.Item name="removeTags" label={t('leads.removeTags')}>
          <TagsInput known={tags} />
        </Form.Item>
        <Form.Item name="stage" label={t('leads.toStage')} extra={t('leads.toStageHint')}>
          <Select allowClear options={told.funnel.stages.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        {mayGive && (
          <Form.Item name="owner" label={t('words.owner')}>
            <Select
              allowClear
              options={[
                { value: nobody, label: t('leads.noOwner') },
                ...told.owners.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Form.Item>
        )}
      </StepForm>
    </Drawer>
  )
}

/** What a draft changes, as the API takes it; nothing while it changes nothing. */
function changeOf({ addTags = [], removeTags = [], stage, owner }: Draft): JointLeadChange['change'] | undefined {
  if (addTags.length + removeTags.length === 0 && stage === undefined && owner === undefined) return undefined
  return {
    addTags,
    removeTags,
    ...(stage !== undefined && { stage }),
    ...(owner !== undefined && { ownerId: owner === nobody ? null : owner }),
  }
}
