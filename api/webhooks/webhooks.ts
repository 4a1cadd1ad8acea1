import { randomBytes } from 'node:crypto'
import type { NoticeTopic } from '#engine'
import { DomainError } from '#engine/deal'
import type { Prisma } from '../../prisma/client.ts'
import { isPrivateHost } from '../../workflows/webhooks/public-address.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { ChangedWebhook, NewWebhook, Webhook, WebhookWithSecret } from './contract.ts'

/** How long the old secret signs beside a new one, in milliseconds. */
const bothSignMs = 24 * 3_600_000

export async function webhooks({ db }: Deps): Promise<{ items: Webhook[] }> {
  const stored = await db.webhook.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return { items: stored.map(shown) }
}

export async function addWebhook(deps: Deps, actor: User, { url, topics }: NewWebhook): Promise<WebhookWithSecret> {
  requirePublic(deps, url)
  const secret = newSecret()
  const data = { id: deps.newId(), url, topics, secret, createdBy: actor.id, createdAt: deps.now() }
  return { ...shown(await deps.db.webhook.create({ data })), secret }
}

/** Changes an address. Making one active that was disabled starts anew. */
export async function changeWebhook(deps: Deps, id: string, { url, topics, active }: ChangedWebhook): Promise<Webhook> {
  requirePublic(deps, url)
  const before = await found(deps, id)
  const anew = active && !before.active ? { disabledAt: null, failingSince: null } : {}
  return shown(await deps.db.webhook.update({ where: { id }, data: { url, topics, active, ...anew } }))
}

export async function removeWebhook(deps: Deps, id: string): Promise<{ id: string }> {
  await found(deps, id)
  await deps.db.webhook.deleteMany({ where: { id } })
  return { id }
}

/** Makes a new secret; for a day the one before signs too, so that whoever verifies has time to change over. */
export async function renewSecret(deps: Deps, id: string): Promise<WebhookWithSecret> {
  const { secret: oldSecret } = await found(deps, id)
  const secret = newSecret()
  const oldSecretUntil = new Date(deps.now().getTime() + bothSignMs)
  const changed = await deps.db.webhook.update({ where: { id }, data: { secret, oldSecret, oldSecretUntil } })
  return { ...shown(changed), secret }
}

export async function found({ db }: Deps, id: string): Promise<Stored> {
  const webhook = await db.webhook.findUnique({ where: { id } })
  if (!webhook)
    throw new DomainError('WEBHOOK_NOT_FOUND', 'There is no such webhook. Reload the list.', { webhook: id })
  return webhook
}

type Stored = Prisma.WebhookGetPayload<object>

const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** Says so at once where it is plain to see; where a name leads is asked at each attempt. */
function requirePublic({ privateWebhooks }: Deps, url: string): void {
  const { protocol, hostname } = new URL(url)
  if (privateWebhooks || (protocol === 'https:' && !isPrivateHost(hostname))) return
  throw new DomainError(
    'WEBHOOK_ADDRESS_REFUSED',
    `${protocol}//${hostname} is not an https address of the open internet. Use one, or let an administrator set KEYNODE_PRIVATE_WEBHOOKS.`,
    { host: hostname },
  )
}

const shown = ({ id, url, topics, active, createdAt, failingSince, disabledAt, oldSecretUntil }: Stored): Webhook => ({
  id,
  url,
  topics: topics as NoticeTopic[],
  active,
  createdAt: createdAt.toISOString(),
  failingSince: failingSince?.toISOString() ?? null,
  disabledAt: disabledAt?.toISOString() ?? null,
  oldSecretUntil: oldSecretUntil?.toISOString() ?? null,
})
