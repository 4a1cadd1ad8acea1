import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Drawer, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Lead, SegmentFunnel } from '../../api/leads/contract.ts'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'
import { FormActions } from '../ui/FormActions.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { LeadField } from './LeadField.tsx'
import { asChange, asNew, draftOf, type LeadDraft } from './lead-draft.ts'
import { TagsInput } from './TagsInput.tsx'

type Props = {
  told: SegmentFunnel
  /** A new one where it is left out. */
  lead: Lead | undefined
  mayGive: boolean
  /** Left out where whoever looks may not make deals. */
  promote: ((lead: Lead) => void) | undefined
  close: () => void
}

/** All that is kept of one lead, to be written down or changed. */
export function LeadDrawer({ told, lead, mayGive, promote, close }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const sentence = useSentence()
  const queries = useQueryClient()
  const [form] = Form.useForm<LeadDraft>()
  const attempt = useAttempt()
  const { segment, funnel } = told
  const readAnew = () => {
    for (const kind of ['leads', 'funnel']) void queries.invalidateQueries({ queryKey: [kind, segment.id] })
  }
  const saving = useMutation({
    mutationFn: (draft: LeadDraft) => {
      if (lead) return api.changeLead(lead.id, asChange(lead, draft, funnel, mayGive))
      const body = asNew(draft, mayGive)
      return api.addLead(segment.id, body, attempt.keyFor(body))
    },
    onSuccess: ({ name }) => {
      attempt.done()
      void message.success(t(lead ? 'leads.saved' : 'leads.made', { name }))
      close()
    },
    onSettled: readAnew,
  })
  return (
    <Drawer
      open
      onClose={close}
      size="min(480px, 100vw)"
      title={lead ? lead.name : t('leads.new')}
      extra={lead && <DealOf lead={lead} promote={promote} />}
    >
      <Form<LeadDraft>
        form={form}
        name="lead"
        layout="vertical"
        requiredMark={false}
        initialValues={draftOf(lead, funnel)}
        onFinish={(draft) => saving.mutate({ ...draft, fields: draft.fields ?? {} })}
      >
        <Form.Item
          name="name"
          label={t('words.name')}
          rules={[{ required: true, whitespace: true, message: t('leads.nameMissing') }]}
        >
          <Input autoFocus={!lead} maxLength={300} autoComplete="off" />
        </Form.Item>
        <div className="lead-pair">
          <Form.Item name="account" label={t('words.account')}>
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
          <Form.Item name="contact" label={t('leads.contact')}>
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
          {lead?.deal == null && (
            <Form.Item name="stage" label={t('leads.stage')}>
              <Select options={funnel.stages.map(({ id, name }) => ({ value: id, label: name }))} />
            </Form.Item>
          )}
          {mayGive && (
            <Form.Item name="owner" label={t('words.owner')}>
              <Select
                allowClear
                placeholder={t('leads.noOwner')}
                options={told.owners.map(({ id, name }) => ({ value: id, label: name }))}
                showSearch={{ optionFilterProp: 'label' }}
              />
            </Form.Item>
          )}
          <Form.Item name="source" label={t('leads.source')}>
            <Input maxLength={300} placeholder={t('leads.sourceHint')} autoComplete="off" />
          </Form.Item>
          {!lead && (
            <Form.Item name="key" label={t('leads.key')}>
              <Input maxLength={300} placeholder={t('leads.keyHint')} autoComplete="off" />
            </Form.Item>
          )}
        </div>
        <Form.Item name="tags" label={t('leads.tags')}>
          <TagsInput known={told.tags.map(({ tag }) => tag)} />
        </Form.Item>
        {funnel.fields.map(({ id, name, value }) => (
          <Form.Item key={id} name={['fields', id]} label={name}>
            <LeadField name={name} type={value} />
          </Form.Item>
        ))}
        {lead?.key && (
          <p className="quiet">
            {t('leads.key')}: {lead.key}
          </p>
        )}
        {saving.error && <Alert type="error" showIcon title={sentence(saving.error)} className="lead-failure" />}
        <FormActions submit={lead ? t('words.save') : t('leads.make')} busy={saving.isPending} cancel={close} />
      </Form>
    </Drawer>
  )
}

function DealOf({ lead, promote }: { lead: Lead; promote: Props['promote'] }) {
  const { t } = useTranslation()
  if (lead.deal !== null)
    return (
      <Link to="/deals/$dealId" params={{ dealId: lead.deal }}>
        {t('leads.toDeal')}
      </Link>
    )
  return promote && <Button onClick={() => promote(lead)}>{t('leads.promote')}</Button>
}
