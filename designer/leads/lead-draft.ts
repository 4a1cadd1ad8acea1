import type { Funnel, Scalar } from '#engine'
import type { ChangedLead, Lead, NewLead } from '../../api/leads/contract.ts'

/** A lead as its form holds it. */
export type LeadDraft = {
  name: string
  key?: string
  account?: string
  contact?: string
  source?: string
  stage: string
  tags: string[]
  owner?: string | undefined
  fields: Record<string, Scalar | undefined>
}

/** What a form begins with: a lead as it is, or a new one at the funnel’s first stage. */
export function draftOf(lead: Lead | undefined, { stages }: Funnel): LeadDraft {
  if (!lead) return { name: '', stage: stages[0]?.id ?? '', tags: [], fields: {} }
  const { name, account, contact, source, stage, tags, owner, fields } = lead
  return {
    name,
    account: account ?? '',
    contact: contact ?? '',
    source: source ?? '',
    stage: stage.id,
    tags,
    owner: owner?.id,
    fields,
  }
}

/** A new lead, as the API takes it. `mayGive` is whether its owner is anybody’s but the writer’s own. */
export function asNew({ owner, fields, key, ...draft }: LeadDraft, mayGive: boolean): NewLead {
  const known = Object.entries(fields).flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const]))
  return {
    ...draft,
    fields: Object.fromEntries(known),
    ...(key?.trim() && { key: key.trim() }),
    ...(mayGive && owner && { ownerId: owner }),
  }
}

/** What a draft changes of the lead that it was made of: nothing is said of what stays, so that it can be changed beside. */
export function asChange(lead: Lead, draft: LeadDraft, { fields }: Funnel, mayGive: boolean): ChangedLead {
  const { name, account = '', contact = '', source = '', stage, tags, owner } = draft
  const changedFields = fields.flatMap(({ id }) =>
    draft.fields[id] === lead.fields[id] ? [] : [[id, draft.fields[id] ?? null] as const],
  )
  return {
    revision: lead.revision,
    ...(name !== lead.name && { name }),
    ...(account !== (lead.account ?? '') && { account }),
    ...(contact !== (lead.contact ?? '') && { contact }),
    ...(source !== (lead.source ?? '') && { source }),
    ...(lead.deal === null && stage !== lead.stage.id && { stage }),
    ...(tags.toSorted().join('\n') !== lead.tags.toSorted().join('\n') && { tags }),
    ...(changedFields.length > 0 && { fields: Object.fromEntries(changedFields) }),
    ...(mayGive && (owner ?? null) !== (lead.owner?.id ?? null) && { ownerId: owner ?? null }),
  }
}
