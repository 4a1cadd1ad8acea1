import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyDraw, eventOf } from '../../tests/support/random-events.ts'
import { monotoneModel } from '../../tests/support/random-models.ts'
import { compileModel } from '../compile/compile.ts'
import { always } from '../compile/lower-condition.ts'
import { type DealEventKind, dealEventSchema } from '../deal/deal-event.ts'
import { DomainError } from '../domain-error.ts'
import type { Condition } from '../model/condition.ts'
import { type ProcessModelDraft, processModelSchema } from '../model/process-model.ts'
import { advance } from './advance.ts'

const limit = { fact: 'threshold.limit' }

const thresholds = [
  {
    id: 'limit',
    name: 'Limit',
    values: [
      { from: '2026-03-03', amount: 3 },
      { from: '2026-03-08', amount: 7 },
      { from: '2026-03-20', amount: 2 },
    ],
  },
]

const policies = fc.record({
  emptyLayer: fc.constantFrom('blocks' as const, 'passes' as const),
  samePerson: fc.constantFrom('signs-each' as const, 'signs-once' as const),
  requester: fc.constantFrom('counts' as const, 'does-not-count' as const, 'layer-above' as const),
  absent: fc.constantFrom('waits' as const, 'delegate-signs' as const, 'passes' as const),
})

/** A sign-off of every form, in which layers and departments are needed by a threshold, a fact or always. */
const chain = fc
  .record({
    rule: fc.constantFrom('all' as const, 'any' as const, 'in-turn' as const),
    needed: fc.constantFrom<(Condition | undefined)[]>(
      undefined,
      { fact: 'element.e0', operator: 'greaterThan', value: limit },
      { fact: 'attribute.size', operator: 'notEqual', value: 'small' },
    ),
    besideNeeded: fc.constantFrom<(Condition | undefined)[]>(undefined, {
      fact: 'element.e1',
      operator: 'greaterThan',
      value: limit,
    }),
    policies: fc.option(policies, { nil: undefined }),
  })
  .map(({ rule, needed, besideNeeded, policies }) => ({
    layers: [
      { id: 'l0', name: 'Team', rule: { kind: rule } },
      { id: 'l1', name: 'Board', ...(needed && { when: needed }) },
    ],
    specialists: [{ id: 'p0', name: 'Tenders', layer: 'l1', ...(besideNeeded && { when: besideNeeded }) }],
    roles: [
      { id: 'r0', name: 'Handler', kind: 'handler' as const, layer: 'l0' },
      { id: 'r1', name: 'User', kind: 'user-buyer' as const, layer: 'l0' },
      { id: 'r2', name: 'Decider', kind: 'decider' as const, layer: 'l1' },
      { id: 'r3', name: 'Tender office', kind: 'gatekeeper' as const, specialist: 'p0' },
    ],
    styles: [{ id: 'leader', name: 'Top leader', leader: 'r2' }],
    ...(policies && { policies }),
  }))

type Chain = typeof chain extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** What a monotone model lacks: absence, ages, thresholds, promises that lapse, objections, refusals, support that blocks, clocks that start outside. */
const unsteady = (model: ProcessModelDraft, at: number[], chosen: number[], chain: Chain): ProcessModelDraft => ({
  ...model,
  thresholds,
  chain,
  stages: (model.stages ?? []).map((stage, n) => {
    const other = at[n] ?? 0
    const tests: Condition[] = [
      { fact: `element.e${other}`, operator: 'isUnknown', value: true },
      { fact: `days-since.element.e${other}`, operator: 'lessThan', value: 4 },
      { fact: `days-since.commitment.c${other}`, operator: 'greaterThan', value: 2 },
      { fact: 'objections.open', operator: 'equal', value: 0 },
      { fact: 'style', operator: 'equal', value: 'leader' },
      { fact: `element.e${other}`, operator: 'greaterThan', value: limit },
      { fact: `element.e${other}`, operator: 'lessThan', value: limit },
      { fact: 'layer.l0', operator: 'equal', value: true },
      { not: { fact: 'layer.l1', operator: 'equal', value: true } },
      ...(model.stages?.[other]?.support?.length
        ? [{ fact: `support.t${other}`, operator: 'equal' as const, value: 'refused' }]
        : []),
    ]
    const passing = chosen[n] === 0 ? undefined : tests[(chosen[n] ?? 0) % tests.length]
    const exit = [stage.exit, passing].flatMap((one) => (one ? [one as Condition] : []))
    return {
      ...stage,
      ...(exit.length > 0 && { exit: n % 2 ? { all: exit } : { any: exit } }),
      ...(n % 3 === 1 &&
        passing && { entry: n % 2 ? passing : { any: [passing, (stage.entry as Condition | undefined) ?? always] } }),
      commitments: [
        ...(stage.commitments ?? []).map((one) => ({ ...one, validity: { unit: 'days' as const, amount: 6 } })),
        ...(n === 0 ? [{ id: 'tendered', name: 'Tender closed', role: 'r3', required: false }] : []),
      ],
      actions: (stage.actions ?? []).map((one) => ({ ...one, ...(n % 2 && { dueFrom: `c${other}` }) })),
      support: (stage.support ?? []).map((one) => ({
        ...one,
        blocks: n % 2 === 0,
        ...(n % 2 && { when: { fact: `element.e${other}`, operator: 'greaterThan' as const, value: 2 } }),
        ...(n % 3 === 0 && { late: { unit: 'days' as const, amount: 2 }, lateFrom: `e${other}` }),
        refusesWhen: {
          fact: `element.e${other}`,
          operator: 'greaterThan' as const,
          value: n % 2 ? 7 : limit,
        },
        refusal: 'Too much',
      })),
    }
  }),
  transitions: (model.transitions ?? []).map((one, n) => ({
    ...(n % 2 && { condition: { fact: `element.e${at[0]}`, operator: 'greaterThan' as const, value: limit } }),
    ...one,
  })),
  objectionTypes: [
    {
      id: 'price',
      name: 'Price',
      blocks: true,
      playbook: [],
      support: [
        {
          id: 'discount',
          name: 'Discount',
          department: 'legal',
          when: { fact: 'element.e0', operator: 'greaterThan', value: limit },
        },
      ],
    },
  ],
})

const scenario = fc.tuple(
  fc.tuple(monotoneModel, chain).chain(([model, chain]) => {
    const count = model.stages?.length ?? 0
    const each = (max: number) => fc.array(fc.nat({ max }), { minLength: count, maxLength: count })
    return fc.tuple(each(count - 1), each(20)).map(([at, chosen]) => unsteady(model, at, chosen, chain))
  }),
  fc.array(anyDraw, { minLength: 3, maxLength: 30 }),
)

it('asking only what an event can touch comes to the same as asking everything, on random models and events', async () => {
  const taken = new Map<DealEventKind, number>()
  await fc.assert(
    fc.asyncProperty(scenario, async ([draft, draws]) => {
      const plan = compileModel(processModelSchema.parse(draft))
      // A deal is asked in full where its last step was on another plan.
      const asIfNew = { ...plan, hash: 'another' }
      let now = Date.parse('2026-03-05T00:00:00.000Z')
      const opened = {
        kind: 'opened',
        id: 'open',
        by: 'rep',
        dealId: 'd',
        planHash: plan.hash,
        name: 'Deal',
        owner: 'rep',
      }
      let { state } = await advance(plan, undefined, dealEventSchema.parse(opened), new Date(now).toISOString())
      for (const [n, one] of draws.entries()) {
        now += one.after * 3_600_000
        const event = dealEventSchema.parse(eventOf(plan, state, one, `e${n}`))
        const steps = await Promise.all(
          [plan, asIfNew].map((asked) =>
            advance(asked, state, event, new Date(now).toISOString()).catch((error: unknown) => {
              if (error instanceof DomainError) return undefined
              throw error
            }),
          ),
        )
        expect(JSON.stringify(steps[0])).toBe(JSON.stringify(steps[1]))
        if (!steps[0]) continue
        state = steps[0].state
        taken.set(event.kind, (taken.get(event.kind) ?? 0) + 1)
      }
    }),
    { numRuns: 1500 },
  )
  for (const kind of [
    'signer-added',
    'sign-off-returned',
    'person-changed',
    'deal-unlocked',
    'objection-implemented',
  ] as const)
    expect(taken.get(kind)).toBeGreaterThan(40)
  expect([...taken.values()].reduce((sum, count) => sum + count)).toBeGreaterThan(8000)
}, 240_000)
