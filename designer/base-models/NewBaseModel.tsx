import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NewBaseModel as NewBaseModelBody } from '../../api/base-models/contract.ts'
import { libraryModels } from '../../engine/library/index.ts'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'

const blank = 'blank'

/** Makes a base: its name, and what its first drawing is a copy of. */
export function NewBaseModel({ open, close }: { open: boolean; close: () => void }) {
  const { t, i18n } = useTranslation()
  const sentence = useSentence()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [form] = Form.useForm<{ name: string; from: string }>()
  const segments = useQuery({ queryKey: ['segments'], queryFn: api.segments, enabled: open })
  const create = useMutation({
    mutationFn: (body: NewBaseModelBody) => api.createBaseModel(body),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['base-models'] })
      leave()
      await navigate({ to: '/base-models/$baseId', params: { baseId: id } })
    },
  })

  function leave() {
    form.resetFields()
    create.reset()
    close()
  }

  const drawn = (segments.data?.items ?? []).filter(({ mode }) => mode === 'process')
  return (
    <Modal
      open={open}
      title={t('baseModels.new')}
      okText={t('baseModels.create')}
      onOk={form.submit}
      onCancel={leave}
      confirmLoading={create.isPending}
      forceRender
    >
      {create.error && <Alert type="error" showIcon title={sentence(create.error)} className="gap-below" />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: blank }}
        onFinish={({ name, from }) => create.mutate({ name, ...(from !== blank && { from: sourceOf(from) }) })}
      >
        <Form.Item
          name="name"
          label={t('words.name')}
          rules={[{ required: true, whitespace: true, message: t('baseModels.nameMissing') }]}
        >
          <Input autoFocus maxLength={200} placeholder={t('baseModels.namePlaceholder')} />
        </Form.Item>
        <Form.Item name="from" label={t('segments.startFrom')} extra={t('baseModels.fromHint')}>
          <Select
            options={[
              { value: blank, label: t('segments.blank') },
              {
                label: t('baseModels.fromSegment'),
                options: drawn.map(({ id, name }) => ({ value: `segment ${id}`, label: name })),
              },
              {
                label: t('baseModels.fromLibrary'),
                options: libraryModels.map(({ id, names }) => ({
                  value: `template ${id}`,
                  label: i18n.language === 'en' ? names.en : names['zh-Hant'],
                })),
              },
            ]}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function sourceOf(from: string): NonNullable<NewBaseModelBody['from']> {
  const [kind, id = ''] = from.split(' ')
  return { kind: kind === 'segment' ? 'segment' : 'template', id }
}
