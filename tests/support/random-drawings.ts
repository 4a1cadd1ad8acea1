import fc from 'fast-check'
import { type Condition, type ProcessModel, processModelSchema } from '#engine'
import { anyCondition } from './random-conditions.ts'

type Item = { id: string }

const word = fc.constantFrom('Budget', 'Pilot', 'Review', 'Choice', 'Contract')
const condition: fc.Arbitrary<Condition | undefined> = fc.option(anyCondition(4), { nil: undefined, freq: 2 })
const due = fc.option(fc.record({ unit: fc.constantFrom('hours', 'days'), amount: fc.integer({ min: 1, max: 3 }) }), {
  nil: undefined,
})
const grade = fc.constantFrom('said', 'written', 'signed')
const some = (...ids: string[]) => fc.shuffledSubarray(ids)
const maybe = (...ids: string[]) => fc.option(fc.constantFrom(...ids), { nil: undefined })

/** Things of one kind from a few ids, each with its own members, in any order: so two drawings share many of them. */
function things(ids: string[], members: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Item[]> {
  return fc
    .shuffledSubarray(ids)
    .chain((chosen) =>
      chosen.length === 0
        ? fc.constant([])
        : fc.tuple(...chosen.map((id) => fc.record({ id: fc.constant(id), ...members }))),
    )
}

const value = fc.oneof(
  fc.constant({ kind: 'flag' }),
  fc.record({ kind: fc.constant('number'), unit: fc.constantFrom('days', 'users') }),
  fc.record({ kind: fc.constant('choice'), options: fc.uniqueArray(word, { minLength: 1 }) }),
)
const support = {
  name: word,
  department: maybe('legal', 'finance'),
  when: condition,
  late: due,
  due,
  blocks: fc.boolean(),
  brings: some('e0', 'e1'),
}

/** What may stand in any stage: it is dealt out to the stages of a drawing, so that it stands in another one elsewhere. */
const parts = fc.record({
  elements: things(['e0', 'e1', 'e2', 'e3'], {
    name: word,
    value,
    required: fc.boolean(),
    grade,
    from: some('r0', 'r1', 'r2'),
  }),
  commitments: things(['c0', 'c1', 'c2'], { name: word, role: maybe('r0', 'r1'), required: fc.boolean(), grade }),
  actions: things(['a0', 'a1'], { name: word, brings: some('e0', 'c0'), required: fc.boolean(), due }),
  support: things(['t0', 't1', 't2', 't3'], support),
})

const drawn = fc.record({
  name: word,
  description: word,
  currency: fc.constantFrom('USD', 'CNY'),
  attributes: things(['amount', 'region'], { name: word, value }),
  stages: things(['s0', 's1', 's2', 's3', 's4'], {
    name: word,
    description: word,
    entry: condition,
    exit: condition,
    join: fc.constantFrom('any', 'all'),
    end: maybe('won', 'lost'),
  }),
  transitions: things(['w0', 'w1', 'w2'], {
    from: fc.constantFrom('s0', 's1'),
    to: fc.constantFrom('s1', 's2'),
    condition,
  }),
  chain: fc.record({
    layers: things(['l0', 'l1', 'l2'], {
      name: word,
      rule: fc.constantFrom({ kind: 'all' }, { kind: 'at-least', count: 2 }),
      when: condition,
    }),
    specialists: things(['p0', 'p1'], {
      name: word,
      layer: fc.constantFrom('l0', 'l1'),
      when: condition,
      usually: due,
    }),
    roles: things(['r0', 'r1', 'r2'], {
      name: word,
      kind: fc.constantFrom('handler', 'decider'),
      layer: maybe('l0', 'l1'),
    }),
    styles: things(['y0', 'y1'], { name: word, description: word, leader: maybe('r0', 'r1') }),
  }),
  departments: things(['legal', 'finance'], { name: word }),
  objectionTypes: things(['price', 'rival', 'risk'], {
    name: word,
    blocks: fc.boolean(),
    strategy: fc.constantFrom('answer', 'cross'),
    playbook: fc.array(word, { maxLength: 2 }),
    due,
  }),
  scenarios: things(['z0', 'z1'], {
    name: word,
    start: fc.constant('2026-03-02T09:00:00Z'),
    steps: fc.array(fc.record({ kind: fc.constant('do'), action: fc.constantFrom('a0', 'a1') }), { maxLength: 2 }),
    expects: fc.record({ stages: fc.constant({ s0: 'open' }), actions: some('a0'), support: some('t0') }),
  }),
  notes: things(['n0', 'n1'], { text: word, at: fc.record({ x: fc.nat(3), y: fc.nat(3) }) }),
  layout: fc.dictionary(fc.constantFrom('s0', 's1', 's2', 'constructor'), fc.record({ x: fc.nat(3), y: fc.nat(3) }), {
    noNullPrototype: true,
  }),
  routes: fc.option(
    fc.dictionary(
      fc.constantFrom('w0', 'w1'),
      fc.array(fc.record({ x: fc.nat(3), y: fc.nat(3) }), { minLength: 1, maxLength: 2 }),
      {
        noNullPrototype: true,
        minKeys: 1,
      },
    ),
    { nil: undefined },
  ),
})

/** Any drawing, whether or not it makes sense; any two are about much the same things. */
export const anyDrawing: fc.Arbitrary<ProcessModel> = fc
  .record({ drawn, parts, deal: fc.array(fc.nat({ max: 6 }), { minLength: 13, maxLength: 13 }) })
  .map(({ drawn, parts, deal }) => {
    const stages = drawn.stages.map(({ id }) => id)
    const types = drawn.objectionTypes.map(({ id }) => id)
    const standsIn = new Map<string, string | undefined>()
    const seats = (list: Item[], owners: string[], offset: number) => {
      for (const { id } of list) {
        const turn = deal[(offset + Number(id.slice(1))) % deal.length] ?? 0
        standsIn.set(id, owners[turn % Math.max(owners.length, 1)])
      }
    }
    seats(parts.elements, stages, 0)
    seats(parts.commitments, stages, 4)
    seats(parts.actions, stages, 7)
    seats(parts.support, [...stages, ...types], 9)
    const of = (owner: string, list: Item[]) => list.filter(({ id }) => standsIn.get(id) === owner)
    return processModelSchema.parse({
      ...drawn,
      formatVersion: 1,
      stages: drawn.stages.map((stage) => ({
        ...stage,
        elements: of(stage.id, parts.elements),
        commitments: of(stage.id, parts.commitments),
        actions: of(stage.id, parts.actions),
        support: of(stage.id, parts.support),
      })),
      objectionTypes: drawn.objectionTypes.map((type) => ({ ...type, support: of(type.id, parts.support) })),
    })
  })
