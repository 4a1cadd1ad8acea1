import { knownOnDeal, type Scalar } from '#engine'
import { openDeal } from '../deals/open-deal.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { Promotion } from './contract.ts'
import { funnelOf } from './funnel-of.ts'
import { seenLead } from './visible-leads.ts'

/**
 * Makes a lead a deal of a segment that is worked by process, once: whoever asks again, or at the same time, gets the same
 * deal. What is known of the lead counts on the deal where its model has a fact of that name; without a model it is noted.
 */
export async function promoteLead(
  deps: Deps,
  actor: User,
  id: string,
  { segmentId, name, freeForm }: Promotion,
  key: string,
): Promise<{ deal: string }> {
  const { db, models, now } = deps
  const lead = await seenLead(db, actor, id)
  if (lead.dealId !== null) return { deal: lead.dealId }
  const { funnel } = await funnelOf(db, lead.segmentId)
  const known = { ...lead, fields: lead.fields as Record<string, Scalar> }
  const deal = await openDeal(
    deps,
    actor,
    {
      segmentId,
      name: name ?? lead.name,
      ownerId: lead.ownerId ?? actor.id,
      ...(lead.account !== null && { account: lead.account }),
      ...(freeForm && { freeForm }),
    },
    key,
    {
      externalId: `lead ${id}`,
      eventId: `lead-${id}`,
      knownOn: async (version) =>
        knownOnDeal(known, funnel, version.number === 0 ? undefined : (await models.byId(version.id)).model),
    },
  )
  await db.lead.update({ where: { id }, data: { dealId: deal, changedAt: now(), revision: { increment: 1 } } })
  return { deal }
}
