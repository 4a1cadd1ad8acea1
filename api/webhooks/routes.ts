import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import {
  changedWebhookSchema,
  newWebhookSchema,
  webhookDeliverySchema,
  webhookSchema,
  webhookWithSecretSchema,
} from './contract.ts'
import { deliveries, sendAgain, sendTest } from './deliveries.ts'
import { addWebhook, changeWebhook, removeWebhook, renewSecret, webhooks } from './webhooks.ts'

const roles = ['ops', 'admin'] as const
const params = { webhook: z.string() }
const idSchema = z.object({ id: z.string() })

/** Addresses that are told of what happens, by messages signed after Standard Webhooks. */
export const webhookRoutes: Route[] = [
  route({
    method: 'get',
    path: '/webhooks',
    summary: 'The addresses that are told of what happens',
    roles,
    answer: z.object({ items: z.array(webhookSchema) }),
    handle: ({ deps }) => webhooks(deps),
  }),
  route({
    method: 'post',
    path: '/webhooks',
    summary: 'Add an address; the answer has the secret that its messages are signed with, this once',
    roles,
    body: newWebhookSchema,
    answer: webhookWithSecretSchema,
    handle: ({ deps, actor, body }) => addWebhook(deps, actor, body),
  }),
  route({
    method: 'put',
    path: '/webhooks/{webhook}',
    summary: 'Change an address, pause it or make it active again',
    roles,
    params,
    body: changedWebhookSchema,
    answer: webhookSchema,
    handle: ({ deps, params, body }) => changeWebhook(deps, params.webhook, body),
  }),
  route({
    method: 'delete',
    path: '/webhooks/{webhook}',
    summary: 'Remove an address, with the record of what it was sent',
    roles,
    params,
    answer: idSchema,
    handle: ({ deps, params }) => removeWebhook(deps, params.webhook),
  }),
  route({
    method: 'post',
    path: '/webhooks/{webhook}/secret',
    summary: 'Make a new secret; the one before signs beside it for a day',
    roles,
    params,
    answer: webhookWithSecretSchema,
    handle: ({ deps, params }) => renewSecret(deps, params.webhook),
  }),
  route({
    method: 'post',
    path: '/webhooks/{webhook}/test',
    summary: 'Send a test message',
    roles,
    params,
    answer: idSchema,
    handle: ({ deps, params }) => sendTest(deps, params.webhook),
  }),
  route({
    method: 'post',
    path: '/webhooks/{webhook}/deliveries/{delivery}/again',
    summary: 'Send a message again, with the id that it had: whoever has taken it already can tell',
    roles,
    params: { ...params, delivery: z.string() },
    answer: idSchema,
    handle: ({ deps, params }) => sendAgain(deps, params.webhook, params.delivery),
  }),
  route({
    method: 'get',
    path: '/webhooks/{webhook}/deliveries',
    summary: 'The newest fifty messages to an address, with what became of each',
    roles,
    params,
    answer: z.object({ items: z.array(webhookDeliverySchema) }),
    handle: ({ deps, params }) => deliveries(deps, params.webhook),
  }),
]
