import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JointLeadChange, Lead } from '../../api/leads/contract.ts'
import { StepForm } from '../deals/StepForm.tsx'
import { api } from '../resources/resources.ts'
import { useAttempt } from '../ui/use-attempt.ts'
import { PromotionResult } from './PromotionResult.tsx'

type Draft = { segmentId: string; name?: string }
/** One lead, or as many as were chosen. */
export type Promoted = { only: Lead } | { of: JointLeadChange['of']; count: number }
type Props = { segment: string; promoted: Promoted; close: () => void; begun: () => void }

/** Makes a lead, or many in the background, deals of a segment that is worked by process, and leads to each. */
export function PromoteLeads({ segment, promoted, close, begun }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const attempt = useAttempt()
  // What was chosen when it opened; the list behind it goes on changing.
  const [asked] = useState(promoted)
  const only = 'only' in asked ? asked.only : undefined
  const count = 'only' in asked ? 1 : asked.count
  const segments = useQuery({ queryKey: ['segments'], queryFn: api.segments })
  const byProcess = segments.data?.items.filter(({ mode }) => mode === 'process') ?? []
  const isWithoutModel = (id: string | undefined) =>
    byProcess.some((one) => one.id === id && one.publishedVersion === null)
  const [form] = Form.useForm<Draft>()
  const chosen = Form.useWatch('segmentId', form)
  const promoting = useMutation({
    mutationFn: async ({ segmentId, name }: Draft) => {
      const body = { segmentId, ...(isWithoutModel(segmentId) && { freeForm: true }) }
      if ('only' in asked) return api.promoteLead(asked.only.id, { ...body, ...(name && { name }) })
      const joint = { ...body, of: asked.of }
      return { promotion: await api.promoteLeads(segment, joint, attempt.keyFor(joint)) }
    },
    onSuccess: () => {
      attempt.done()
      begun()
    },
    onSettled: () => {
      for (const key of [['leads', segment], ['funnel', segment], ['deals'], ['owed']])
        void queries.invalidateQueries({ queryKey: key })
    },
  })
  const result = promoting.data
  return (
    <Modal
      open
      onCancel={close}
      title={only ? t('leads.promoteOne', { name: only.name }) : t('leads.promoteMany', { count })}
      footer={result && <Button onClick={close}>{t('words.close')}</Button>}
    >
      {result && 'promotion' in result ? (
        <PromotionResult promotion={result.promotion} segment={segment} />
      ) : result ? (
        <p aria-live="polite">
          <Link to="/deals/$dealId" params={{ dealId: result.deal }}>
            {t('leads.openDeal', { name: only?.name })}
          </Link>
        </p>
      ) : (
        <StepForm<Draft>
          form={form}
          submit={t('leads.promoteNow', { count })}
          busy={promoting.isPending}
          error={segments.error ?? promoting.error}
          {...(byProcess.length === 1 && { initial: { segmentId: byProcess[0]?.id ?? '' } })}
          send={(draft) => promoting.mutate(draft)}
          cancel={close}
        >
          <p className="quiet">{t('leads.promoteHint')}</p>
          <Form.Item
            name="segmentId"
            label={t('leads.dealSegment')}
            extra={
              segments.data && byProcess.length === 0
                ? t('deals.open.noSegment')
                : isWithoutModel(chosen) && t('deals.open.freeForm')
            }
            rules={[{ required: true, message: t('deals.open.segmentMissing') }]}
          >
            <Select
              loading={segments.isPending}
              options={byProcess.map(({ id, name }) => ({ value: id, label: name }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Form.Item>
          {only && (
            <Form.Item name="name" label={t('deals.open.name')} extra={t('leads.dealNameHint')}>
              <Input maxLength={300} placeholder={only.name} />
            </Form.Item>
          )}
        </StepForm>
      )}
    </Modal>
  )
}
