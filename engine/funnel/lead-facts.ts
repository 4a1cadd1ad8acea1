import type { Fact, KnownFacts } from '../facts/fact.ts'
import type { Scalar } from '../model/condition.ts'
import type { ValueType } from '../model/value-type.ts'
import type { Funnel } from './funnel.ts'

/** What is known of a lead. `stage` and `owner` are ids; `createdOn` and `changedOn` are days in UTC, as ISO 8601 writes them. */
export type KnownLead = {
  name: string
  account: string | null
  contact: string | null
  source: string | null
  stage: string
  tags: readonly string[]
  owner: string | null
  isPromoted: boolean
  createdOn: string
  changedOn: string
  fields: Readonly<Record<string, Scalar>>
}

const ofEvery = {
  name: { kind: 'text' },
  account: { kind: 'text' },
  contact: { kind: 'text' },
  source: { kind: 'text' },
  promoted: { kind: 'flag' },
  created: { kind: 'date' },
  changed: { kind: 'date' },
} as const satisfies Record<string, ValueType>

const beforeField = 'lead-field.'
const beforeTag = 'lead-tag.'

/** The names of a lead's facts, in one place. */
export const leadFactName = {
  own: (part: keyof typeof ofEvery | 'stage' | 'owner') => `lead.${part}`,
  field: (id: string) => beforeField + id,
  tag: (tag: string) => beforeTag + tag,
} as const

/** The id of the field that a fact's name speaks of, or the tag. */
export const idOfField = (name: string): string | undefined => after(beforeField, name)
export const tagOf = (name: string): string | undefined => after(beforeTag, name)

const after = (start: string, name: string): string | undefined =>
  name.startsWith(start) && name.length > start.length ? name.slice(start.length) : undefined

/** Every fact that a filter of leads may name. A lead bears a tag or does not: that is never unknown. */
export function leadCatalogue({ stages, fields }: Funnel, tags: readonly string[], owners: readonly string[]): Fact[] {
  const choice = (part: 'stage' | 'owner', options: readonly string[]): Fact[] =>
    options.length === 0 ? [] : [ownFact(part, { kind: 'choice', options: [...options] })]
  return [
    ...choice(
      'stage',
      stages.map(({ id }) => id),
    ),
    ...choice('owner', owners),
    ...Object.entries(ofEvery).map(([part, value]) => ownFact(part as keyof typeof ofEvery, value)),
    ...fields.map(
      ({ id, name, value }): Fact => ({
        name: leadFactName.field(id),
        label: name,
        value,
        origin: { kind: 'lead-field' },
      }),
    ),
    ...tags.map(
      (tag): Fact => ({ name: leadFactName.tag(tag), label: tag, value: { kind: 'flag' }, origin: { kind: 'tag' } }),
    ),
  ]
}

const ownFact = (part: keyof typeof ofEvery | 'stage' | 'owner', value: ValueType): Fact => ({
  name: leadFactName.own(part),
  label: part,
  value,
  origin: { kind: 'lead' },
})

/** What conditions find of a lead; `tags` are those that they may ask about beside its own. */
export function leadFacts(lead: KnownLead, tags: readonly string[] = []): KnownFacts {
  const known: Record<string, Scalar | null> = {
    [leadFactName.own('name')]: lead.name,
    [leadFactName.own('account')]: lead.account,
    [leadFactName.own('contact')]: lead.contact,
    [leadFactName.own('source')]: lead.source,
    [leadFactName.own('stage')]: lead.stage,
    [leadFactName.own('owner')]: lead.owner,
    [leadFactName.own('promoted')]: lead.isPromoted,
    [leadFactName.own('created')]: lead.createdOn,
    [leadFactName.own('changed')]: lead.changedOn,
  }
  return Object.fromEntries([
    ...Object.entries(known).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
    ...Object.entries(lead.fields).map(([id, value]) => [leadFactName.field(id), value] as const),
    ...[...tags, ...lead.tags].map((tag) => [leadFactName.tag(tag), lead.tags.includes(tag)] as const),
  ])
}
