import { type Funnel, fits, type Scalar } from '#engine'
import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { ChangedLead, Lead, NewLead } from './contract.ts'
import { funnelOf } from './funnel-of.ts'
import { asLeads } from './lead-list.ts'
import { ownerRoles } from './segment-funnel.ts'
import { seenLead } from './visible-leads.ts'

/** Adds a lead. A rep's is their own; one that names no stage begins at the first. Asked again with the same key it is the same lead. */
export async function addLead(deps: Deps, actor: User, segmentId: string, lead: NewLead, id: string): Promise<Lead> {
  const { db, now } = deps
  const { funnel } = await funnelOf(db, segmentId)
  const { fields = {}, tags = [], ownerId, stage = funnel.stages[0]?.id ?? '', ...rest } = lead
  requireStage(funnel, stage)
  const before = await db.lead.findUnique({ where: { id } })
  if (!before && rest.key && (await db.lead.count({ where: { segmentId, key: rest.key } })))
    throw new DomainError(
      'LEAD_KEY_TAKEN',
      `There is a lead with the key “${rest.key}” already. Change that one, or give another key.`,
      { key: rest.key },
    )
  const owner = actor.role === 'rep' ? actor.id : ownerId
  if (owner) await requireOwner(deps, owner)
  const data = {
    ...emptyAsUnknown(rest),
    id,
    segmentId,
    stage,
    tags: sorted(tags),
    fields: fieldsAfter(funnel, {}, fields),
    ...(owner && { ownerId: owner }),
    createdAt: now(),
    changedAt: now(),
  }
  return oneLead(deps, funnel, before ?? (await db.lead.create({ data })))
}

/**
 * Changes a lead. Throws STALE_VERSION where it was changed since, LEAD_PROMOTED where the stage of one that is a deal would
 * change, NOT_ALLOWED where a rep would give it away.
 */
export async function changeLead(
  deps: Deps,
  actor: User,
  id: string,
  { revision, ...change }: ChangedLead,
): Promise<Lead> {
  const { db, now } = deps
  const lead = await seenLead(db, actor, id)
  const { funnel } = await funnelOf(db, lead.segmentId)
  const { fields, tags, ownerId, stage, ...rest } = change
  if (stage !== undefined && stage !== lead.stage) {
    requireStage(funnel, stage)
    if (lead.dealId !== null)
      throw new DomainError(
        'LEAD_PROMOTED',
        'The lead has become a deal and stands at no stage of the funnel any more.',
        {
          lead: id,
          deal: lead.dealId,
        },
      )
  }
  if (ownerId !== undefined && ownerId !== lead.ownerId) await requireGiving(deps, actor, ownerId)
  const { count } = await db.lead.updateMany({
    where: { id, revision },
    data: {
      ...emptyAsUnknown(rest),
      ...(stage !== undefined && { stage }),
      ...(tags && { tags: sorted(tags) }),
      ...(fields && { fields: fieldsAfter(funnel, lead.fields as Record<string, Scalar>, fields) }),
      ...(ownerId !== undefined && { ownerId }),
      changedAt: now(),
      revision: revision + 1,
    },
  })
  if (count === 0)
    throw new DomainError(
      'STALE_VERSION',
      'The lead was changed since you read it. Reload it and make your change again.',
      {
        lead: id,
        revision,
      },
    )
  return oneLead(deps, funnel, await db.lead.findUniqueOrThrow({ where: { id } }))
}

async function oneLead(deps: Deps, funnel: Funnel, stored: Parameters<typeof asLeads>[2][number]): Promise<Lead> {
  const [lead] = await asLeads(deps, funnel, [stored])
  if (!lead) throw new Error('a stored lead is one lead')
  return lead
}

/** Throws LEAD_STAGE_UNKNOWN where a funnel has no such stage. */
export function requireStage({ stages }: Funnel, stage: string): void {
  if (stages.some(({ id }) => id === stage)) return
  throw new DomainError(
    'LEAD_STAGE_UNKNOWN',
    `The funnel has no stage “${stage}”. Choose one of ${stages.map(({ name }) => name).join(', ')}.`,
    { stage },
  )
}

/** Throws where a person may not give leads to somebody, or nobody: reps keep their own. */
export async function requireGiving(deps: Deps, actor: User, ownerId: string | null): Promise<void> {
  if (actor.role === 'rep')
    throw new DomainError('NOT_ALLOWED', 'A rep may not give leads away; it takes manager, ops or admin.', {
      role: actor.role,
    })
  if (ownerId !== null) await requireOwner(deps, ownerId)
}

async function requireOwner({ db }: Deps, id: string): Promise<void> {
  if (await db.user.count({ where: { id, role: { in: ownerRoles } } })) return
  throw new DomainError('USER_NOT_FOUND', 'There is no such seller to own the lead. Choose one from the list.', {
    user: id,
  })
}

/** A lead's fields after some were given or, with null, taken away. Throws FACT_UNKNOWN and VALUE_MISMATCH. */
function fieldsAfter(funnel: Funnel, before: Record<string, Scalar>, given: Record<string, Scalar | null>) {
  const after = { ...before }
  for (const [id, value] of Object.entries(given)) {
    const field = funnel.fields.find((one) => one.id === id)
    if (!field)
      throw new DomainError('FACT_UNKNOWN', `The funnel has no field “${id}”. Add it to the funnel first.`, {
        field: id,
      })
    if (value === null) delete after[id]
    else if (fits(field.value, value)) after[id] = value
    else
      throw new DomainError('VALUE_MISMATCH', `“${value}” is no value of ${field.name}. Give one of its type.`, {
        field: id,
      })
  }
  return after
}

const sorted = (tags: string[]): string[] => [...new Set(tags)].sort()

type Stored<Given> = { [Key in keyof Given]: Exclude<Given[Key], undefined> }

/** A text with nothing in it says that nothing is known; what was not given is left out. */
const emptyAsUnknown = <Given extends object>(given: Given): Stored<Given> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value === '' ? null : value]],
    ),
  ) as Stored<Given>
