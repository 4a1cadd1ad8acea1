import fc from 'fast-check'
import { type Condition, type ProcessModel, type ProcessModelDraft, processModelSchema } from '#engine'
import { ask, aWay } from './a-drawing.ts'

type StageDraft = NonNullable<ProcessModelDraft['stages']>[number]
type TransitionDraft = NonNullable<ProcessModelDraft['transitions']>[number]

const days = (amount: number) => ({ unit: 'days' as const, amount })
const hours = (amount: number) => ({ unit: 'hours' as const, amount })

/** What may differ between two stages. */
const contents = fc.record({
  value: fc.constantFrom('flag', 'number', 'money', 'choice', 'date'),
  floor: fc.integer({ min: 2, max: 50 }),
  study: fc.boolean(),
  promise: fc.constantFrom('none', 'given', 'aged'),
  review: fc.boolean(),
  entry: fc.boolean(),
  by: fc.nat({ max: 2 }),
})
type Contents = typeof contents extends fc.Arbitrary<infer T> ? T : never

/** One after another, or one of two by what the deal is, or both beside each other. */
const passage = fc.record({
  kind: fc.constantFrom('one', 'one', 'size', 'amount', 'both'),
  contents: fc.tuple(contents, contents),
  limit: fc.integer({ min: 1, max: 9 }).map((n) => n * 10_000),
})
type Passage = typeof passage extends fc.Arbitrary<infer T> ? T : never

/** Purchases of four to thirteen stages in which nothing is wrong: with branches, support, promises, deadlines and a chain. */
export const validModel: fc.Arbitrary<ProcessModel> = fc
  .array(passage, { minLength: 2, maxLength: 5 })
  .map((passages) => processModelSchema.parse(drawingOf(passages)))

function drawingOf(passages: Passage[]): ProcessModelDraft {
  const stages: StageDraft[] = [stageOf(0, { ...plain, promise: 'given', by: 0 })]
  const transitions: TransitionDraft[] = []
  let from = ['s0']
  const enter = (stage: StageDraft, ...conditions: (Condition | undefined)[]) => {
    stages.push(stage)
    from.forEach((source, n) => {
      const condition = conditions[n]
      transitions.push(aWay(source, stage.id, condition && { condition }))
    })
  }
  for (const { kind, contents, limit } of passages) {
    // Where two ways meet again they meet in a stage of their own, so that each way is drawn once.
    if (kind !== 'one' && from.length > 1) {
      enter({ ...stageOf(stages.length, plain), ...(joinsAll(stages, from) && { join: 'all' as const }) })
      from = [`s${stages.length - 1}`]
    }
    const [one, other] = [stageOf(stages.length, contents[0]), stageOf(stages.length + 1, contents[1])]
    if (kind === 'one') {
      enter({ ...one, ...(joinsAll(stages, from) && { join: 'all' as const }) })
      from = [one.id]
      continue
    }
    const [here, there] = waysOf(kind, limit)
    enter({ ...one, description: kind }, here)
    enter({ ...other, description: kind }, there)
    from = [one.id, other.id]
  }
  const last = stageOf(stages.length, { ...plain, promise: 'given', by: 2 })
  enter({
    ...last,
    ...(joinsAll(stages, from) && { join: 'all' as const }),
    exit: ask('layer.board', 'equal'),
    end: 'won',
  })
  return {
    formatVersion: 1,
    name: 'Valid',
    attributes: [
      { id: 'size', name: 'Size', value: { kind: 'choice', options: ['small', 'large', 'huge'] } },
      { id: 'amount', name: 'Amount', value: { kind: 'money' } },
    ],
    stages,
    transitions,
    departments: [
      { id: 'legal', name: 'Legal' },
      { id: 'product', name: 'Product' },
    ],
    chain: {
      layers: [
        { id: 'team', name: 'Team', rule: { kind: 'any' } },
        { id: 'board', name: 'Board' },
      ],
      specialists: [{ id: 'purchasing', name: 'Purchasing', layer: 'team', usually: days(5) }],
      roles: [
        { id: 'r0', name: 'Handler', kind: 'handler', layer: 'team' },
        { id: 'r1', name: 'Buyer', kind: 'gatekeeper', specialist: 'purchasing' },
        { id: 'r2', name: 'Decider', kind: 'decider', layer: 'board' },
      ],
    },
  }
}

const plain: Contents = {
  value: 'flag',
  floor: 2,
  study: false,
  promise: 'none',
  review: false,
  entry: false,
  by: 0,
}

/** Both ways of a pair without conditions are gone; of any other pair one is. */
const joinsAll = (stages: StageDraft[], from: string[]): boolean =>
  from.length > 1 && stages.find(({ id }) => id === from[0])?.description === 'both'

function waysOf(kind: Passage['kind'], limit: number): [Condition?, Condition?] {
  if (kind === 'size') return [ask('attribute.size', 'in', ['small', 'large']), ask('attribute.size', 'equal', 'huge')]
  if (kind === 'amount')
    return [ask('attribute.amount', 'lessThan', limit), ask('attribute.amount', 'greaterThanInclusive', limit)]
  return []
}

function stageOf(n: number, { value, floor, study, promise, review, entry, by }: Contents): StageDraft {
  const element = `element.e${n}`
  const asked: Condition[] = [
    ...(value === 'number' || value === 'money' ? [ask(element, 'greaterThanInclusive', floor)] : []),
    ...(value === 'choice' ? [ask(element, 'in', ['yes', 'maybe'])] : []),
    ...(promise === 'aged' ? [ask(`days-since.commitment.c${n}`, 'greaterThanInclusive', 3)] : []),
  ]
  const [first, ...others] = asked
  return {
    id: `s${n}`,
    name: `Stage ${n}`,
    elements: [
      {
        id: `e${n}`,
        name: `Element ${n}`,
        value: value === 'choice' ? { kind: value, options: ['yes', 'maybe', 'no'] } : { kind: value },
        from: ['r0'],
      },
      ...(study ? [{ id: `d${n}`, name: `Study ${n}`, value: { kind: 'flag' as const } }] : []),
    ],
    commitments:
      promise === 'none'
        ? []
        : [
            {
              id: `c${n}`,
              name: `Commitment ${n}`,
              role: `r${by}`,
              ...(promise === 'aged' && { validity: days(30) }),
            },
          ],
    actions: [
      { id: `a${n}`, name: `Ask ${n}`, brings: [`e${n}`], due: days(5) },
      ...(study ? [{ id: `b${n}`, name: `Hand over study ${n}`, brings: [`d${n}`], due: days(4) }] : []),
      ...(promise === 'none' ? [] : [{ id: `p${n}`, name: `Win ${n}`, brings: [`c${n}`], due: days(10) }]),
    ],
    support: [
      ...(study
        ? [{ id: `t${n}`, name: `Do study ${n}`, department: 'product', due: days(2), brings: [`d${n}`] }]
        : []),
      ...(review
        ? [
            {
              id: `v${n}`,
              name: `Review ${n}`,
              department: 'legal',
              when: ask('attribute.amount', 'greaterThan', 25_000),
              due: hours(8),
              blocks: true,
            },
          ]
        : []),
    ],
    ...(entry && { entry: ask('attribute.amount', 'greaterThan', 0) }),
    ...(first && { exit: others.length > 0 ? { all: asked } : first }),
  }
}
