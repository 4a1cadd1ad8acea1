import { catalogueOf, type Funnel, factName, fits, type ProcessModel, type Scalar } from '#engine'
import type { ObservationInput } from '#engine/deal'
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
  const known = knownOf(lead, funnel)
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
        version.number === 0 ? asNotes(known) : asFacts(known, (await models.byId(version.id)).model),
    },
  )
  await db.lead.update({ where: { id }, data: { dealId: deal, changedAt: now(), revision: { increment: 1 } } })
  return { deal }
}

/** One thing known of a lead, by what it is called. */
type Known = { id: string; name: string; value: Scalar }
type Stored = { contact: string | null; source: string | null; fields: unknown }

function knownOf({ contact, source, fields }: Stored, funnel: Funnel): Known[] {
  const values = fields as Record<string, Scalar>
  return [
    ...(contact === null ? [] : [{ id: 'contact', name: 'contact', value: contact }]),
    ...(source === null ? [] : [{ id: 'source', name: 'source', value: source }]),
    ...funnel.fields.flatMap(({ id, name }) => (values[id] === undefined ? [] : [{ id, name, value: values[id] }])),
  ]
}

const evidence = 'From the funnel’s lead'

/** What a model's attributes and elements can take: those that bear the id or the name, and are of the type. */
function asFacts(known: Known[], model: ProcessModel): ObservationInput[] {
  const facts = catalogueOf(model).filter(({ origin }) => origin.kind === 'attribute' || origin.kind === 'element')
  return known.flatMap(({ id, name, value }) => {
    const fact = facts.find(
      (one) => ('id' in one.origin && one.origin.id === id) || asWritten(one.label) === asWritten(name),
    )
    return fact && fits(fact.value, value) ? [observed(id, fact.name, value)] : []
  })
}

const asWritten = (name: string): string => name.trim().toLowerCase()

const asNotes = (known: Known[]): ObservationInput[] =>
  known.map(({ id, name, value }) => observed(id, factName.noted(name), value))

const observed = (id: string, fact: string, value: Scalar): ObservationInput => ({
  id: `lead.${id}`,
  fact,
  value,
  grade: 'said',
  evidence,
  files: [],
})
