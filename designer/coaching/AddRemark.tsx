import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type NewRemark, remarkKinds } from '../../api/coaching/contract.ts'
import { useDealView } from '../deals/deal-view.ts'
import { StepForm } from '../deals/StepForm.tsx'
import { api } from '../resources/resources.ts'

type Values = Omit<NewRemark, 'seq'>

/** A manager's note to the seller on an interaction, or what everybody can learn of it. */
export function AddRemark({ seq, done }: { seq: number; done: () => void }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const queries = useQueryClient()
  const [form] = Form.useForm<Values>()
  const kind = Form.useWatch('kind', form)
  const add = useMutation({
    mutationFn: (values: Values) => api.addRemark(page.deal.id, { ...values, seq }),
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['remarks', page.deal.id] }),
        queries.invalidateQueries({ queryKey: ['best-practice'] }),
      ])
      done()
    },
  })
  return (
    <StepForm<Values>
      form={form}
      submit={t('words.save')}
      busy={add.isPending}
      error={add.error}
      initial={{ kind: 'coaching' }}
      send={(values) => add.mutate(values)}
      cancel={done}
    >
      <Form.Item name="kind" label={t('coaching.kindLabel')}>
        <Segmented options={remarkKinds.map((value) => ({ value, label: t(`coaching.kind.${value}`) }))} />
      </Form.Item>
      {kind === 'best-practice' && (
        <Form.Item
          name="stage"
          label={t('coaching.stage')}
          rules={[{ required: true, message: t('coaching.stageMissing') }]}
        >
          <Select options={page.model.stages.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <Form.Item
        name="text"
        label={t('coaching.text')}
        rules={[{ required: true, whitespace: true, message: t('coaching.textMissing') }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </StepForm>
  )
}
