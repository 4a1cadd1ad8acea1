import type { ObservationInput } from '../deal/deal-event.ts'
import { catalogueOf } from '../facts/catalogue.ts'
import { factName } from '../facts/fact.ts'
import { fits } from '../facts/fits.ts'
import type { Scalar } from '../model/condition.ts'
import type { ProcessModel } from '../model/process-model.ts'
import type { Funnel } from './funnel.ts'

type Lead = { contact: string | null; source: string | null; fields: Readonly<Record<string, Scalar>> }
/** One thing known of a lead, by what it is called. */
type Known = { id: string; name: string; value: Scalar }

/**
 * What is known of a lead as facts of the deal that it becomes: what the model's attributes and elements can take, those that
 * bear the id or the name and are of the type. Without a model all of it is noted.
 */
export function knownOnDeal(lead: Lead, funnel: Funnel, model: ProcessModel | undefined): ObservationInput[] {
  const known = knownOf(lead, funnel)
  if (!model) return known.map(({ id, name, value }) => observed(id, factName.noted(name), value))
  const facts = catalogueOf(model).filter(({ origin }) => origin.kind === 'attribute' || origin.kind === 'element')
  return known.flatMap(({ id, name, value }) => {
    const fact = facts.find(
      (one) => ('id' in one.origin && one.origin.id === id) || asWritten(one.label) === asWritten(name),
    )
    return fact && fits(fact.value, value) ? [observed(id, fact.name, value)] : []
  })
}

const knownOf = ({ contact, source, fields }: Lead, funnel: Funnel): Known[] => [
  ...(contact === null ? [] : [{ id: 'contact', name: 'contact', value: contact }]),
  ...(source === null ? [] : [{ id: 'source', name: 'source', value: source }]),
  ...funnel.fields.flatMap(({ id, name }) => (fields[id] === undefined ? [] : [{ id, name, value: fields[id] }])),
]

const asWritten = (name: string): string => name.trim().toLowerCase()

const observed = (id: string, fact: string, value: Scalar): ObservationInput => ({
  id: `lead.${id}`,
  fact,
  value,
  grade: 'said',
  evidence: 'From the funnel’s lead',
  files: [],
})
