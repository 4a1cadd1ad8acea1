import { z } from 'zod'
import { noticeTopics } from '#engine'

const urlSchema = z.url({ protocol: /^https?$/, error: 'use an address such as https://example.com/keynode' }).max(2000)
const topicsSchema = z.array(z.enum(noticeTopics)).min(1, 'choose at least one kind')

export const newWebhookSchema = z.strictObject({ url: urlSchema, topics: topicsSchema })
export type NewWebhook = z.infer<typeof newWebhookSchema>

export const changedWebhookSchema = newWebhookSchema.extend({ active: z.boolean() })
export type ChangedWebhook = z.infer<typeof changedWebhookSchema>

const instant = z.string().nullable()

export const webhookSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    topics: z.array(z.enum(noticeTopics)),
    active: z.boolean(),
    createdAt: z.string(),
    /** Since when nothing has arrived; null while all is well. */
    failingSince: instant,
    /** When Keynode gave it up by itself. Making it active again starts anew. */
    disabledAt: instant,
    /** Until when the secret before the present one signs beside it. */
    oldSecretUntil: instant,
  })
  .meta({ id: 'Webhook' })
export type Webhook = z.infer<typeof webhookSchema>

/** The secret is given this once, and never again. */
export const webhookWithSecretSchema = webhookSchema.extend({ secret: z.string() }).meta({ id: 'WebhookWithSecret' })
export type WebhookWithSecret = z.infer<typeof webhookWithSecretSchema>

export const webhookDeliverySchema = z
  .object({
    /** The `webhook-id` that the address gets, the same at each attempt. */
    id: z.string(),
    kind: z.string(),
    createdAt: z.string(),
    attempts: z.number(),
    deliveredAt: instant,
    givenUpAt: instant,
    nextAt: instant,
    /** The HTTP status of the last attempt. */
    status: z.number().nullable(),
    /** What kept the last attempt from an answer. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'WebhookDelivery' })
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>
