import { SearchOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Form, Input, Modal, Radio } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewSegment as NewSegmentBody } from '../../api/segments/contract.ts'
import { libraryModels } from '../../engine/library/index.ts'
import { useFileReading } from '../exchange/use-file-reading.ts'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'

const MapSketch = lazy(() => import('../map/MapSketch.tsx').then((room) => ({ default: room.MapSketch })))
const ChooseFile = lazy(() => import('../exchange/ChooseFile.tsx').then((room) => ({ default: room.ChooseFile })))

type Choice = { name: string; mode: 'process' | 'funnel'; start: string }
const blank = 'blank'
const fromFile = 'file'

/** Makes a segment: its name, how its deals are worked, and what its first drawing is a copy of, be it a file. */
export function NewSegment({ open, close }: { open: boolean; close: () => void }) {
  const { t, i18n } = useTranslation()
  const sentence = useSentence()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [form] = Form.useForm<Choice>()
  const mode = Form.useWatch('mode', form)
  const isFromFile = Form.useWatch('start', form) === fromFile && mode === 'process'
  const file = useFileReading()
  const [sought, seek] = useState('')
  const { data } = useQuery({ queryKey: ['base-models'], queryFn: api.baseModels, enabled: open })
  const bases = (data?.items ?? []).filter(({ publishedVersion }) => publishedVersion !== null)
  const create = useMutation({
    mutationFn: (body: NewSegmentBody) => api.createSegment(body),
    onSuccess: async (segment) => {
      await queries.invalidateQueries({ queryKey: ['segments'] })
      leave()
      const to = segment.mode === 'funnel' ? '/segments/$segmentId/leads' : '/segments/$segmentId'
      await navigate({ to, params: { segmentId: segment.id } })
    },
  })

  function leave() {
    form.resetFields()
    create.reset()
    file.forget()
    seek('')
    close()
  }

  function make({ name, mode, start }: Choice) {
    if (!isFromFile) create.mutate({ name, mode, ...(mode === 'process' && startOf(start)) })
    else if (file.model) create.mutate({ name, mode, model: file.model })
  }

  const templates = libraryModels
    .map(({ id, names, model }) => ({
      id,
      model,
      name: i18n.language === 'en' ? names.en : names['zh-Hant'],
      says: t(`segments.templates.${id}`),
    }))
    .filter(({ name, says, model }) =>
      [name, says, model.name, ...model.stages.map((stage) => stage.name)].some((text) => holds(text, sought)),
    )
  return (
    <Modal
      open={open}
      title={t('segments.new')}
      okText={t('segments.create')}
      onOk={form.submit}
      onCancel={leave}
      okButtonProps={{ disabled: isFromFile && !file.model }}
      confirmLoading={create.isPending}
      forceRender
      width={780}
    >
      {create.error && <Alert type="error" showIcon title={sentence(create.error)} style={{ marginBottom: 12 }} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ mode: 'process', start: blank }}
        onFinish={make}
      >
        <Form.Item
          name="name"
          label={t('words.name')}
          rules={[{ required: true, whitespace: true, message: t('segments.nameMissing') }]}
        >
          <Input autoFocus maxLength={200} placeholder={t('segments.namePlaceholder')} />
        </Form.Item>
        <Form.Item name="mode" label={t('segments.modeLabel')}>
          <Radio.Group className="segment-choices">
            {(['process', 'funnel'] as const).map((one) => (
              <Radio key={one} value={one}>
                <strong>{t(`segments.mode.${one}`)}</strong>
                <small>{t(`segments.modeHint.${one}`)}</small>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        {mode !== 'funnel' && (
          <Input
            allowClear
            prefix={<SearchOutlined />}
            aria-label={t('segments.seek')}
            placeholder={t('segments.seek')}
            value={sought}
            onChange={({ target }) => seek(target.value)}
            onPressEnter={(event) => event.preventDefault()}
            className="gap-below"
          />
        )}
        <Form.Item name="start" label={t('segments.startFrom')} hidden={mode === 'funnel'}>
          <Radio.Group className="segment-choices is-gallery">
            <Radio value={blank}>
              <strong>{t('segments.blank')}</strong>
              <small>{t('segments.blankHint')}</small>
            </Radio>
            {bases.map(({ id, name }) => (
              <Radio key={id} value={`base ${id}`}>
                <strong>{name}</strong>
                <small>{t('segments.fromBase')}</small>
              </Radio>
            ))}
            {templates.map(({ id, name, says, model }) => (
              <Radio key={id} value={`template ${id}`} className="has-picture">
                <Suspense fallback={<span className="segment-picture" />}>
                  <span className="segment-picture">{open && <MapSketch model={model} />}</span>
                </Suspense>
                <strong>{name}</strong>
                <small>{says} </small>
                <small>
                  {t('segments.templateHint', {
                    stages: model.stages.length,
                    layers: model.chain.layers.length,
                    departments: model.departments.length,
                  })}
                </small>
              </Radio>
            ))}
            <Radio value={fromFile}>
              <strong>{t('segments.fromFile')}</strong>
              <small>{t('segments.fromFileHint')}</small>
            </Radio>
          </Radio.Group>
        </Form.Item>
        {templates.length === 0 && mode !== 'funnel' && <p className="quiet">{t('segments.seekNone')}</p>}
        {isFromFile && (
          <Suspense>
            <ChooseFile
              file={file}
              onRead={({ name }) => !form.getFieldValue('name') && form.setFieldValue('name', name)}
            />
          </Suspense>
        )}
      </Form>
    </Modal>
  )
}

/** Whether a text has what is looked for in it, however it is written. */
const holds = (text: string, sought: string): boolean =>
  text.normalize('NFKC').toLowerCase().includes(sought.normalize('NFKC').trim().toLowerCase())

/** What a choice asks for: a base to rest on, a model of the library, or nothing. */
function startOf(start: string): Pick<NewSegmentBody, 'base' | 'template'> {
  const [kind, id = ''] = start.split(' ')
  if (kind === 'base') return { base: id }
  return kind === 'template' ? { template: id } : {}
}
