import { randomUUID } from 'node:crypto'
import { Context } from '@temporalio/activity'
import { ServiceError } from '@temporalio/client'
import { funnelOfStored, knownOnDeal, processModelSchema, type Scalar } from '#engine'
import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import { createDealsClient } from '../deals-client.ts'
import { accountNamed, openDeal } from '../open-deal.ts'
import type { PromoteSome } from '../promotion-contract.ts'
import { mayPass, refusedBy } from './ask-deal.ts'
import { workThrough } from './in-flight.ts'

/** Leads that one call makes deals: some seconds' work, so that a killed worker leaves little to go over again. */
const rowsPerCall = 24
/** A lead whose deal could not be confirmed so often is given up, with its reason; the others are not held back. */
const attemptsPerLead = 5
const patience = 15_000

/** Makes the next waiting leads of a promotion deals. Run twice for the same leads, each becomes one deal. */
export function createPromoteSome(db: Db, taskQueue: string): PromoteSome {
  return async (promotionId) => {
    const deals = createDealsClient(Context.current().client, taskQueue, { patience })
    const { askedBy, segmentId, version, from } = await db.leadPromotion.findUniqueOrThrow({
      where: { id: promotionId },
      include: { version: true, from: { select: { funnel: true } } },
    })
    const model = version.number === 0 ? undefined : processModelSchema.parse(version.model)
    const { funnel } = funnelOfStored(from.funnel)
    const waiting = { promotionId, status: 'pending' }
    const rows = await db.leadPromotionRow.findMany({
      where: waiting,
      include: { lead: true },
      orderBy: [{ attempts: 'asc' }, { leadId: 'asc' }],
      take: rowsPerCall,
    })
    await workThrough(rows, async ({ leadId, lead, attempts }) => {
      const told = (data: object) => db.leadPromotionRow.updateMany({ where: { ...waiting, leadId }, data })
      try {
        await told({ status: 'done', dealId: lead.dealId ?? (await promote(lead)) })
      } catch (error) {
        // The server is away: that is not the lead's fault, and the whole call is tried again later.
        if (error instanceof ServiceError) throw error
        const isRefused = error instanceof DomainError && !mayPass.includes(error.code)
        const status = isRefused ? 'refused' : attempts + 1 >= attemptsPerLead ? 'failed' : 'pending'
        await told({ status, attempts: attempts + 1, ...refusedBy(error) })
      }
    })
    return { left: await db.leadPromotionRow.count({ where: waiting }) }

    async function promote(lead: (typeof rows)[number]['lead']): Promise<string> {
      const owner = lead.ownerId ?? askedBy
      if (!(await db.user.count({ where: { id: owner } })))
        throw new DomainError(
          'USER_NOT_FOUND',
          'There is no such user to own the deal. Give the lead to somebody else.',
          {
            user: owner,
          },
        )
      const means = { db, deals, now: () => new Date(), newId: randomUUID }
      const dealId = await openDeal(means, {
        externalId: `lead ${lead.id}`,
        eventId: `lead-${lead.id}`,
        by: askedBy,
        name: lead.name,
        segmentId,
        version,
        owner,
        account: lead.account === null ? undefined : await accountNamed(means, lead.account),
        observations: knownOnDeal({ ...lead, fields: lead.fields as Record<string, Scalar> }, funnel, model),
      })
      await db.lead.update({
        where: { id: lead.id },
        data: { dealId, changedAt: means.now(), revision: { increment: 1 } },
      })
      return dealId
    }
  }
}
