import { randomUUID } from 'node:crypto'
import type { Plan, ProcessModel } from '#engine'
import { type DealEvent, dealEventSchema } from '#engine/deal'
import { libraryModels } from '../engine/library/index.ts'

/** The largest model that ships with Keynode. */
export const enterpriseModel = (): ProcessModel => {
  const entry = libraryModels.find(({ id }) => id === 'enterprise-software')
  if (!entry) throw new Error('The library has no enterprise model')
  return entry.model
}

/** The n-th interaction of an enterprise deal: a visit that brings two facts, so that some ten of them carry it to its end. */
export function visit(plan: Plan, n: number): DealEvent {
  const facts = Object.keys(plan.observable)
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
      return { id: `${id}.${k}`, fact, value: someValue(plan, fact) }
    }),
  })
}

function someValue(plan: Plan, fact: string): string | number | boolean {
  const type = plan.observable[fact]
  switch (type?.kind) {
    case 'choice':
      return type.options[0] ?? ''
    case 'date':
      return '2026-03-02'
    case 'text':
      return 'as they told it'
    case 'number':
    case 'money':
      return 60_000
    default:
      return true
  }
}
