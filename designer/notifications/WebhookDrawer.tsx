import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Form, Input, Popconfirm, Select, Switch, Typography } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noticeTopics } from '#engine'
import type { ChangedWebhook, Webhook } from '../../api/webhooks/contract.ts'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'
import { WebhookLog } from './WebhookLog.tsx'
import { WebhookState } from './WebhookState.tsx'

/** Adds an address or changes one. Its secret is shown when it is made, and never again. */
export function WebhookDrawer({ webhook, close }: { webhook: Webhook | undefined; close: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const sentence = useSentence()
  const [secret, setSecret] = useState<string>()
  const [form] = Form.useForm<ChangedWebhook>()
  const active = webhook?.active
  // Keynode disables an address by itself, also while somebody looks at it.
  useEffect(() => {
    if (active !== undefined) form.setFieldValue('active', active)
  }, [form, active])
  const onSettled = () => queries.invalidateQueries({ queryKey: ['webhooks'] })
  const saving = useMutation({
    mutationFn: async ({ active = true, ...rest }: ChangedWebhook) => {
      if (webhook) await api.changeWebhook(webhook.id, { ...rest, active })
      else setSecret((await api.addWebhook(rest)).secret)
    },
    onSuccess: () => webhook && void message.success(t('webhooks.saved')),
    onSettled,
  })
  const renewing = useMutation({
    mutationFn: (id: string) => api.renewSecret(id),
    onSuccess: (made) => setSecret(made.secret),
    onSettled,
  })
  const removing = useMutation({ mutationFn: (id: string) => api.removeWebhook(id), onSuccess: close, onSettled })
  const error = saving.error ?? renewing.error ?? removing.error
  return (
    <Drawer open onClose={close} size="min(560px, 100vw)" title={t(webhook ? 'webhooks.change' : 'webhooks.add')}>
      {secret && <Secret secret={secret} />}
      {!(secret && !webhook) && (
        <Form<ChangedWebhook>
          form={form}
          name="webhook"
          layout="vertical"
          requiredMark={false}
          initialValues={webhook ?? { active: true, topics: [...noticeTopics] }}
          onFinish={(values) => saving.mutate(values)}
        >
          <Form.Item
            name="url"
            label={t('webhooks.url')}
            extra={t('webhooks.urlHint')}
            rules={[{ required: true, type: 'url', message: t('webhooks.urlMissing') }]}
          >
            <Input placeholder="https://example.com/keynode" autoComplete="off" maxLength={2000} />
          </Form.Item>
          <Form.Item
            name="topics"
            label={t('webhooks.topics')}
            rules={[{ required: true, message: t('webhooks.topicsMissing') }]}
          >
            <Select
              mode="multiple"
              options={noticeTopics.map((value) => ({ value, label: t(`notifications.topic.${value}`) }))}
            />
          </Form.Item>
          {webhook && (
            <Form.Item
              name="active"
              label={t('webhooks.active')}
              valuePropName="checked"
              extra={<WebhookState webhook={webhook} />}
            >
              <Switch />
            </Form.Item>
          )}
          {error && <Alert type="error" showIcon title={sentence(error)} style={{ marginBottom: 12 }} />}
          <div className="webhook-actions">
            <Button type="primary" size="middle" htmlType="submit" loading={saving.isPending}>
              {t(webhook ? 'words.save' : 'webhooks.make')}
            </Button>
            {webhook && (
              <>
                <Popconfirm title={t('webhooks.renewSure')} onConfirm={() => renewing.mutate(webhook.id)}>
                  <Button size="middle" loading={renewing.isPending}>
                    {t('webhooks.renew')}
                  </Button>
                </Popconfirm>
                <Popconfirm title={t('webhooks.removeSure')} onConfirm={() => removing.mutate(webhook.id)}>
                  <Button size="middle" danger loading={removing.isPending}>
                    {t('webhooks.remove')}
                  </Button>
                </Popconfirm>
              </>
            )}
          </div>
        </Form>
      )}
      {webhook && <WebhookLog webhook={webhook} />}
    </Drawer>
  )
}

function Secret({ secret }: { secret: string }) {
  const { t } = useTranslation()
  return (
    <Alert
      type="success"
      showIcon
      title={t('webhooks.secret')}
      description={
        <>
          <Typography.Text code copyable className="webhook-secret">
            {secret}
          </Typography.Text>
          <p>{t('webhooks.secretHint')}</p>
        </>
      }
      style={{ marginBottom: 12 }}
    />
  )
}
