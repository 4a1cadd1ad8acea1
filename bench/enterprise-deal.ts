import { randomUUID } from 'node:crypto'
import { type Plan, type ProcessModel, type ProcessModelDraft, processModelSchema } from '#engine'
import { type DealEvent, dealEventSchema } from '#engine/deal'

const interim: ProcessModelDraft = {
  formatVersion: 1,
  name: 'Interim',
  attributes: [{ id: 'amount', name: 'Amount', value: { kind: 'money' } }],
  stages: Array.from({ length: 11 }, (_, n) => ({
    id: `s${n}`,
    name: `Stage ${n}`,
    elements: [
      { id: `a${n}`, name: 'a', value: { kind: 'flag' as const }, from: [`r${n % 4}`] },
      { id: `b${n}`, name: 'b', value: { kind: 'money' as const }, from: [`r${n % 4}`] },
      { id: `c${n}`, name: 'c', value: { kind: 'flag' as const }, from: [`r${n % 4}`], required: false },
    ],
    commitments: [{ id: `p${n}`, name: 'p', role: `r${n % 4}` }],
    actions: [
      { id: `visit${n}`, name: 'visit', brings: [`a${n}`], due: { unit: 'days' as const, amount: 5 } },
      { id: `ask${n}`, name: 'ask', brings: [`b${n}`, `p${n}`] },
    ],
    ...(n % 3 === 1 && {
      support: [
        {
          id: `legal${n}`,
          name: 'Review',
          department: 'legal',
          when: { fact: 'attribute.amount', operator: 'greaterThan' as const, value: 25000 },
          due: { unit: 'hours' as const, amount: 8 },
          blocks: false,
        },
      ],
    }),
    ...(n === 10 && { end: 'won' as const }),
  })),
  transitions: Array.from({ length: 10 }, (_, n) => ({ id: `t${n}`, from: `s${n}`, to: `s${n + 1}` })),
  chain: {
    layers: Array.from({ length: 4 }, (_, n) => ({ id: `l${n}`, name: `L${n}` })),
    roles: Array.from({ length: 4 }, (_, n) => ({
      id: `r${n}`,
      name: `R${n}`,
      kind: 'decider' as const,
      layer: `l${n}`,
    })),
    styles: [{ id: 'top-leader', name: 'Top', leader: 'r3' }],
  },
  departments: [{ id: 'legal', name: 'Legal' }],
  objectionTypes: [],
}
export const enterpriseModel: ProcessModel = processModelSchema.parse(interim)

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
