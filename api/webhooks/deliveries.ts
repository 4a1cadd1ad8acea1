import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { WebhookDelivery } from './contract.ts'
import { found } from './webhooks.ts'

/** The newest fifty of an address, with what became of each. */
export async function deliveries(deps: Deps, webhookId: string): Promise<{ items: WebhookDelivery[] }> {
  await found(deps, webhookId)
  const stored = await deps.db.webhookDelivery.findMany({
    where: { webhookId, payload: { not: null } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 50,
  })
  const iso = (date: Date | null) => date?.toISOString() ?? null
  return {
    items: stored.map(({ id, kind, createdAt, attempts, deliveredAt, givenUpAt, nextAt, status, reason }) => ({
      id,
      kind,
      createdAt: createdAt.toISOString(),
      attempts,
      deliveredAt: iso(deliveredAt),
      givenUpAt: iso(givenUpAt),
      nextAt: iso(nextAt),
      status,
      reason,
    })),
  }
}

/** Sends an address a message that says nothing but that it is a test, by the same way as any other. */
export async function sendTest(deps: Deps, webhookId: string): Promise<{ id: string }> {
  await requireActive(deps, webhookId)
  const at = deps.now()
  const id = `msg_${deps.newId()}`
  const payload = JSON.stringify({ type: 'test', timestamp: at.toISOString(), data: {} })
  await deps.db.webhookDelivery.create({ data: { id, webhookId, kind: 'test', payload, createdAt: at, nextAt: at } })
  return { id }
}

/** Sends a message anew, as often tried as a new one: after it was given up, or where its taker has lost it. */
export async function sendAgain(deps: Deps, webhookId: string, id: string): Promise<{ id: string }> {
  await requireActive(deps, webhookId)
  const { count } = await deps.db.webhookDelivery.updateMany({
    where: { id, webhookId, payload: { not: null } },
    data: { attempts: 0, nextAt: deps.now(), deliveredAt: null, givenUpAt: null, status: null, reason: null },
  })
  if (count === 0)
    throw new DomainError('DELIVERY_NOT_FOUND', 'There is no such message to this webhook. Reload the list.', {
      delivery: id,
    })
  return { id }
}

/** To an address that is paused nothing leaves, so nothing is put on its way either. */
async function requireActive(deps: Deps, webhookId: string): Promise<void> {
  const { active } = await found(deps, webhookId)
  if (!active)
    throw new DomainError('WEBHOOK_INACTIVE', 'This webhook is paused or disabled. Make it active, then send again.', {
      webhook: webhookId,
    })
}

const monthMs = 30 * 24 * 3_600_000

/** What was delivered, or given up, a month ago is of no use to anybody. */
export async function forgetOldDeliveries({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const before = new Date(now().getTime() - monthMs)
  await db.webhookDelivery.deleteMany({ where: { nextAt: null, payload: { not: null }, createdAt: { lt: before } } })
}
