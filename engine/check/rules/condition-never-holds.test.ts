import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aDrawing, ask, factsToAskFor } from '../../../tests/support/a-drawing.ts'
import { anyCondition, randomFacts } from '../../../tests/support/random-conditions.ts'
import { verifyCheck } from '../../../tests/support/verify-check.ts'
import { lowerCondition } from '../../compile/lower-condition.ts'
import { holdsFor } from '../../explain/holds-for.ts'
import { type Condition, type Scalar, testsIn } from '../../model/condition.ts'
import { type ProcessModel, processModelSchema } from '../../model/process-model.ts'
import { conditionAlwaysHolds } from './condition-always-holds.ts'
import { conditionNeverHolds } from './condition-never-holds.ts'

const exit = (condition: Condition) => aDrawing({ ...factsToAskFor, need: { exit: condition } })
const at = [{ kind: 'stage' as const, id: 'need', part: 'exit' as const, values: { place: 'Need stated' } }]

verifyCheck('condition-never-holds', {
  isContentWith: {
    'two bounds with room between them': exit({
      all: [ask('attribute.amount', 'greaterThan', 2), ask('attribute.amount', 'lessThan', 3)],
    }),
    'a contradiction with a way around': exit({
      any: [
        { all: [ask('attribute.urgent', 'equal', true), ask('attribute.urgent', 'equal', false)] },
        ask('attribute.amount', 'isKnown'),
      ],
    }),
    'a comparison against the type of its fact, which is another complaint': exit(
      ask('attribute.amount', 'greaterThan', 'high'),
    ),
  },
  complainsAbout: {
    'two bounds that shut each other out': {
      in: exit({ all: [ask('attribute.amount', 'greaterThan', 3), ask('attribute.amount', 'lessThan', 3)] }),
      at,
    },
    'days that no calendar has between two others': {
      in: exit({
        all: [ask('days-since.attribute.size', 'greaterThan', 3), ask('days-since.attribute.size', 'lessThan', 4)],
      }),
      at,
    },
    'a fact that is unknown, and its grade': {
      in: exit({
        all: [ask('attribute.size', 'isUnknown'), ask('grade.attribute.size', 'greaterThanInclusive', 2)],
      }),
      at,
    },
    'evidence better than signed': { in: exit(ask('grade.attribute.size', 'greaterThan', 3)), at },
    'all options ruled out': { in: exit(ask('attribute.size', 'notIn', ['small', 'large'])), at },
    'one of nothing': { in: exit({ any: [] }), at },
    'a layer that is known not to have signed, where it is only not known to have': {
      in: aDrawing({
        need: { exit: ask('layer.board', 'equal', false) },
        chain: { layers: [{ id: 'board', name: 'Board' }] },
      }),
      at,
    },
  },
})

const attributes = randomFacts.slice(0, 5).map(([id, value]) => ({ id, name: id, value }))
const values = {
  flag: [undefined, true, false],
  number: [undefined, 0, 1, 1.5, 2, 2.5, 3, 4],
  choice: [undefined, 'red', 'green', 'blue'],
}

/** Every combination of values that matter, of the facts that a condition names. */
function worlds(facts: string[]): Record<string, Scalar | undefined>[] {
  return facts.reduce<Record<string, Scalar | undefined>[]>(
    (all, fact) => {
      const kind = randomFacts.find(([name]) => name === fact)?.[1].kind as keyof typeof values
      return all.flatMap((world) => values[kind].map((value) => ({ ...world, [fact]: value })))
    },
    [{}],
  )
}

function holdsIn(world: Record<string, Scalar | undefined>, lowered: Condition): boolean {
  if ('all' in lowered) return lowered.all.every((member) => holdsIn(world, member))
  if ('any' in lowered) return lowered.any.some((member) => holdsIn(world, member))
  return 'fact' in lowered && holdsFor(lowered, world[lowered.fact])
}

const overAttributes = (condition: Condition): Condition =>
  JSON.parse(JSON.stringify(condition).replace(/"fact":"/g, '"fact":"attribute.'))

it('a condition is said never to hold, or always, exactly where trying every combination of values says so', () => {
  const found = { never: 0, always: 0 }
  fc.assert(
    fc.property(anyCondition(5), (condition) => {
      const facts = [...new Set(testsIn(condition).map(({ fact }) => fact))]
      fc.pre(facts.length <= 3)
      const model: ProcessModel = processModelSchema.parse(
        aDrawing({ attributes, need: { exit: overAttributes(condition) } }),
      )
      const lowered = lowerCondition(condition)
      const outcomes = worlds(facts).map((world) => holdsIn(world, lowered))
      const never = !outcomes.includes(true)
      const always = !outcomes.includes(false)
      found.never += never ? 1 : 0
      found.always += always ? 1 : 0
      expect([conditionNeverHolds(model).length > 0, conditionAlwaysHolds(model).length > 0]).toEqual([never, always])
    }),
    { numRuns: 3000 },
  )
  expect(found.never).toBeGreaterThan(50)
  expect(found.always).toBeGreaterThan(50)
})
