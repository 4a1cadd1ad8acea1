import { randomInt, randomUUID } from 'node:crypto'
import { factName, type Plan, type ProcessModel } from '#engine'
import { type DealEvent, dealEventSchema } from '#engine/deal'
import { libraryModels } from '../engine/library/index.ts'

/** The largest model that ships with Keynode. */
export const enterpriseModel: ProcessModel = findModel('enterprise-software')

function findModel(id: string): ProcessModel {
  const entry = libraryModels.find((one) => one.id === id)
  if (!entry) throw new Error(`The library has no model ${id}`)
  return entry.model
}

/** What there is to learn about an enterprise deal, in the order in which its stages ask for it. */
export const facts = [
  ...enterpriseModel.attributes.map(({ id }) => factName.attribute(id)),
  ...enterpriseModel.stages.flatMap(({ elements, commitments }) => [
    ...elements.map(({ id }) => factName.element(id)),
    ...commitments.map(({ id }) => factName.commitment(id)),
  ]),
]

export const opening = (plan: Plan, dealId: string): DealEvent & { kind: 'opened' } => ({
  kind: 'opened',
  id: `open ${dealId}`,
  by: 'rep',
  dealId,
  planHash: plan.hash,
  name: 'Licences for Acme',
  owner: 'rep',
  observations: [],
})

/** The n-th interaction of an enterprise deal: a visit that brings the next two facts. */
export function visit(plan: Plan, n: number): DealEvent {
  const id = randomUUID()
  return dealEventSchema.parse({
    kind: 'interaction-recorded',
    id,
    by: 'rep',
    interaction: {
      kind: 'visit',
      at: new Date().toISOString(),
      note: 'Walked through the offer with the people there.',
    },
    observations: [2 * n, 2 * n + 1].map((k) => {
      const fact = facts[k % facts.length] ?? ''
      return { id: `${id}.${k}`, fact, value: someValue(plan, fact), grade: 'signed' }
    }),
  })
}

export function someValue(plan: Plan, fact: string): string | number | boolean {
  const type = plan.observable[fact]
  switch (type?.kind) {
    case 'choice':
      return type.options[randomInt(type.options.length)] ?? ''
    case 'date':
      return `2026-03-${randomInt(10, 28)}`
    case 'text':
      return `as they told it, ${randomInt(1000)}`
    case 'number':
    case 'money':
      return randomInt(1000, 900_000)
    default:
      return true
  }
}
