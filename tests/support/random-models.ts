import fc from 'fast-check'
import type { Condition, ProcessModelDraft, Scalar } from '#engine'

type StageDraft = NonNullable<ProcessModelDraft['stages']>[number]

const sizes = ['small', 'large', 'huge']
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n}`)

/** Comparisons over what a model of this size lets people observe; none asks for the absence of anything. */
function monotoneTest(stages: number): fc.Arbitrary<Condition> {
  const n = fc.nat({ max: stages - 1 })
  return fc.oneof(
    n.map((i): Condition => ({ fact: `element.e${i}`, operator: 'greaterThan', value: 5 })),
    n.map((i): Condition => ({ fact: `commitment.c${i}`, operator: 'equal', value: true })),
    n.map((i): Condition => ({ fact: `grade.element.e${i}`, operator: 'greaterThanInclusive', value: 2 })),
    fc.constantFrom(...sizes).map((size): Condition => ({ fact: 'attribute.size', operator: 'equal', value: size })),
    fc.constant<Condition>({ not: { fact: 'attribute.size', operator: 'equal', value: 'small' } }),
    fc.constantFrom('l0', 'l1').map((layer): Condition => ({ fact: `layer.${layer}`, operator: 'equal', value: true })),
  )
}

function monotoneCondition(stages: number): fc.Arbitrary<Condition> {
  const test = monotoneTest(stages)
  return fc.oneof(
    { withCrossShrink: true },
    test,
    fc.array(test, { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(test, { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
  )
}

/** Adds a comparison that asks for the absence of a fact. */
export const absence = (fact: string): Condition => ({ fact, operator: 'isUnknown', value: true })

/** Models of two to seven stages whose rules ask for the presence of things only. */
export const monotoneModel: fc.Arbitrary<ProcessModelDraft> = fc.integer({ min: 2, max: 7 }).chain((count) => {
  const condition = fc.option(monotoneCondition(count), { nil: undefined, freq: 2 })
  const stage = (n: number): fc.Arbitrary<StageDraft> =>
    fc
      .record({
        element: fc.boolean(),
        commitment: fc.boolean(),
        entry: condition,
        exit: condition,
        support: fc.boolean(),
        join: fc.constantFrom('any' as const, 'all' as const),
      })
      .map((drawn) => ({
        id: `s${n}`,
        name: `Stage ${n}`,
        join: drawn.join,
        elements: [
          {
            id: `e${n}`,
            name: `Element ${n}`,
            value: { kind: 'number' as const },
            required: drawn.element,
            from: ['r0'],
          },
        ],
        commitments: [{ id: `c${n}`, name: `Commitment ${n}`, role: `r${n % 3}`, required: drawn.commitment }],
        actions: [{ id: `a${n}`, name: `Action ${n}`, brings: [`e${n}`], due: { unit: 'days' as const, amount: 3 } }],
        support: drawn.support
          ? [
              {
                id: `t${n}`,
                name: `Support ${n}`,
                department: 'legal',
                when: { fact: 'attribute.size', operator: 'equal' as const, value: 'huge' },
                due: { unit: 'hours' as const, amount: 4 },
              },
            ]
          : [],
        ...(drawn.entry && { entry: drawn.entry }),
        ...(drawn.exit && { exit: drawn.exit }),
      }))
  const transition = fc.tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 }), condition)
  return fc
    .record({
      stages: fc.tuple(...names('s', count).map((_, n) => stage(n))),
      transitions: fc.array(transition, { maxLength: count + 3 }),
      layerWhen: condition,
    })
    .map(
      ({ stages, transitions }): ProcessModelDraft => ({
        formatVersion: 1,
        name: 'Random',
        attributes: [{ id: 'size', name: 'Size', value: { kind: 'choice', options: sizes } }],
        stages,
        transitions: transitions
          .filter(([from, to]) => from !== to)
          .map(([from, to, when], n) => ({
            id: `t${n}`,
            from: `s${from}`,
            to: `s${to}`,
            ...(when && { condition: when }),
          })),
        departments: [{ id: 'legal', name: 'Legal' }],
        chain: {
          layers: [
            { id: 'l0', name: 'Team', rule: { kind: 'any' } },
            { id: 'l1', name: 'Board', when: { fact: 'attribute.size', operator: 'notEqual', value: 'small' } },
          ],
          roles: [
            { id: 'r0', name: 'Handler', kind: 'handler', layer: 'l0' },
            { id: 'r1', name: 'User', kind: 'user-buyer', layer: 'l0' },
            { id: 'r2', name: 'Decider', kind: 'decider', layer: 'l1' },
          ],
          styles: [{ id: 'leader', name: 'Top leader', leader: 'r2' }],
        },
      }),
    )
})

export type Learnt = { id: string; fact: string; value: Scalar; grade: 'said' | 'written' | 'signed'; at: string }

/** Observations of a random model's facts, each with its own time; one fact may be observed more than once. */
export const learntFacts: fc.Arbitrary<Learnt[]> = fc
  .array(
    fc.oneof(
      fc.record({ fact: fc.nat({ max: 6 }).map((n) => `element.e${n}`), value: fc.integer({ min: 0, max: 10 }) }),
      fc.record({ fact: fc.nat({ max: 6 }).map((n) => `commitment.c${n}`), value: fc.boolean() }),
      fc.record({ fact: fc.constant('attribute.size'), value: fc.constantFrom(...sizes) }),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .chain((facts) =>
    fc.tuple(
      fc.constant(facts),
      fc.array(fc.constantFrom('said' as const, 'written' as const, 'signed' as const), {
        minLength: facts.length,
        maxLength: facts.length,
      }),
    ),
  )
  .map(([facts, grades]) =>
    facts.map((fact, n) => ({
      ...fact,
      id: `o${String(n).padStart(2, '0')}`,
      grade: grades[n] ?? 'said',
      at: `2026-03-${String(1 + n).padStart(2, '0')}T00:00:00.000Z`,
    })),
  )
