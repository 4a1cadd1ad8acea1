import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Modal, Select, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NewDeal } from '../../api/deals/contract.ts'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { StepForm } from './StepForm.tsx'

/** Opens a deal on the newest model of its segment, and goes to it. */
export function OpenDeal({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { data: me } = useMe()
  const isForOthers = me !== undefined && me.role !== 'rep'
  const segments = useQuery({ queryKey: ['segments'], queryFn: api.segments, enabled: open })
  const users = useQuery({ queryKey: ['users'], queryFn: api.users, enabled: open && isForOthers })
  const byProcess = segments.data?.items.filter(({ mode }) => mode === 'process') ?? []
  const [only] = byProcess
  const [form] = Form.useForm<NewDeal>()
  const chosen = Form.useWatch('segmentId', form)
  const hasNoModel = (segment: string | undefined) =>
    byProcess.some(({ id, publishedVersion }) => id === segment && publishedVersion === null)
  const attempt = useAttempt()
  const opening = useMutation({
    mutationFn: (deal: NewDeal) => api.openDeal(deal, attempt.keyFor(deal)),
    onSuccess: async ({ id }) => {
      attempt.done()
      void queries.invalidateQueries({ queryKey: ['deals'] })
      void queries.invalidateQueries({ queryKey: ['owed'] })
      await navigate({ to: '/deals/$dealId', params: { dealId: id } })
    },
  })
  return (
    <Modal open={open} onCancel={close} title={t('deals.open.title')} footer={null} destroyOnHidden>
      <p className="quiet">{t('deals.open.hint')}</p>
      {segments.error ? (
        <Failure error={segments.error} retry={segments.refetch} />
      ) : (
        !segments.data && <Skeleton active />
      )}
      {segments.data && (
        <StepForm<NewDeal>
          form={form}
          submit={t('deals.open.submit')}
          busy={opening.isPending}
          error={opening.error}
          initial={byProcess.length === 1 && only ? { segmentId: only.id } : {}}
          send={(deal) => opening.mutate({ ...deal, ...(hasNoModel(deal.segmentId) && { freeForm: true }) })}
          cancel={close}
        >
          <Form.Item
            name="segmentId"
            label={t('words.segment')}
            extra={byProcess.length === 0 ? t('deals.open.noSegment') : hasNoModel(chosen) && t('deals.open.freeForm')}
            rules={[{ required: true, message: t('deals.open.segmentMissing') }]}
          >
            <Select
              options={byProcess.map(({ id, name }) => ({ value: id, label: name }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Form.Item>
          <Form.Item
            name="name"
            label={t('deals.open.name')}
            rules={[{ required: true, whitespace: true, message: t('deals.open.nameMissing') }]}
          >
            <Input maxLength={300} placeholder={t('deals.open.nameHint')} />
          </Form.Item>
          <Form.Item name="account" label={t('words.account')}>
            <Input maxLength={300} />
          </Form.Item>
          {isForOthers && (
            <Form.Item name="ownerId" label={t('words.owner')}>
              <Select
                allowClear
                placeholder={me.name}
                options={(users.data?.items ?? [])
                  .filter(({ role }) => role === 'rep' || role === 'manager')
                  .map(({ id, name }) => ({ value: id, label: name }))}
                showSearch={{ optionFilterProp: 'label' }}
              />
            </Form.Item>
          )}
        </StepForm>
      )}
    </Modal>
  )
}
