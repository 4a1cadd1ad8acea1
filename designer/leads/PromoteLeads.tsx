import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Modal, Progress, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lead } from '../../api/leads/contract.ts'
import { StepForm } from '../deals/StepForm.tsx'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'

type Draft = { segmentId: string; name?: string }
type Outcome = { lead: Lead; deal: string } | { lead: Lead; error: unknown }
type Props = { segment: string; leads: Lead[]; close: () => void; promoted: () => void }

/** Makes leads deals of a segment that is worked by process, one after the other, and leads to each. */
export function PromoteLeads({ segment, leads, close, promoted }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  // What was chosen when it opened; the list behind it goes on changing.
  const [asked] = useState(leads)
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const [only, ...others] = asked
  const segments = useQuery({ queryKey: ['segments'], queryFn: api.segments })
  const byProcess = segments.data?.items.filter(({ mode }) => mode === 'process') ?? []
  const isWithoutModel = (id: string | undefined) =>
    byProcess.some((one) => one.id === id && one.publishedVersion === null)
  const [form] = Form.useForm<Draft>()
  const chosen = Form.useWatch('segmentId', form)
  const promoting = useMutation({
    mutationFn: async ({ segmentId, name }: Draft) => {
      const body = { segmentId, ...(name && { name }), ...(isWithoutModel(segmentId) && { freeForm: true }) }
      for (const lead of asked) {
        const outcome = await api.promoteLead(lead.id, body).then(
          ({ deal }) => ({ lead, deal }),
          (error: unknown) => ({ lead, error }),
        )
        setOutcomes((before) => [...before, outcome])
      }
    },
    onSettled: () => {
      for (const key of [['leads', segment], ['funnel', segment], ['deals'], ['owed']])
        void queries.invalidateQueries({ queryKey: key })
      promoted()
    },
  })
  const isBegun = !promoting.isIdle
  return (
    <Modal
      open
      onCancel={close}
      title={
        others.length > 0
          ? t('leads.promoteMany', { count: asked.length })
          : t('leads.promoteOne', { name: only?.name })
      }
      footer={isBegun && <Button onClick={close}>{t('words.close')}</Button>}
    >
      {isBegun ? (
        <Outcomes outcomes={outcomes} of={asked.length} />
      ) : (
        <StepForm<Draft>
          form={form}
          submit={t('leads.promoteNow', { count: asked.length })}
          busy={promoting.isPending}
          error={segments.error}
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
          {others.length === 0 && (
            <Form.Item name="name" label={t('deals.open.name')} extra={t('leads.dealNameHint')}>
              <Input maxLength={300} placeholder={only?.name} />
            </Form.Item>
          )}
        </StepForm>
      )}
    </Modal>
  )
}

function Outcomes({ outcomes, of }: { outcomes: Outcome[]; of: number }) {
  const { t } = useTranslation()
  const sentence = useSentence()
  return (
    <div aria-live="polite">
      {of > 1 && (
        <Progress
          percent={Math.round((outcomes.length / of) * 100)}
          showInfo={false}
          aria-label={t('leads.promoting')}
        />
      )}
      <ul className="lead-outcomes">
        {outcomes.map((outcome) => (
          <li key={outcome.lead.id}>
            {'deal' in outcome ? (
              <Link to="/deals/$dealId" params={{ dealId: outcome.deal }}>
                {t('leads.openDeal', { name: outcome.lead.name })}
              </Link>
            ) : (
              <>
                <strong>{outcome.lead.name}</strong> <span className="lead-not">{sentence(outcome.error)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
