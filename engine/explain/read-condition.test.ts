import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ask } from '../../tests/support/a-drawing.ts'
import { anyCondition, anyFacts } from '../../tests/support/random-conditions.ts'
import { lowerCondition } from '../compile/lower-condition.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import { readCondition } from './read-condition.ts'

const large = ask('attribute.amount', 'greaterThan', 50_000)
const urgent = ask('attribute.urgent', 'equal')

it('answers each part with the value that it met', () => {
  const read = readCondition({ all: [large, urgent] }, { 'attribute.amount': 20_000, 'attribute.urgent': true })
  expect(read).toMatchObject({
    answer: 'no',
    members: [
      { answer: 'no', value: 20_000 },
      { answer: 'yes', value: true },
    ],
  })
})

it('what rests on an unknown fact is unknown, also turned round', () => {
  expect(readCondition({ not: large }, {}).answer).toBe('unknown')
  expect(readCondition({ any: [large, urgent] }, { 'attribute.urgent': false }).answer).toBe('unknown')
})

it('a part that settles the matter settles it whatever is unknown beside it', () => {
  expect(readCondition({ any: [large, urgent] }, { 'attribute.urgent': true }).answer).toBe('yes')
  expect(readCondition({ all: [large, urgent] }, { 'attribute.urgent': false }).answer).toBe('no')
})

it('a threshold is compared with the value in force, which is told', () => {
  const board = ask('attribute.amount', 'greaterThan', { fact: 'threshold.board' })
  const facts = { 'attribute.amount': 60_000, 'threshold.board': 50_000 }
  expect(readCondition(board, facts)).toMatchObject({ answer: 'yes', value: 60_000, against: 50_000 })
  expect(readCondition(board, { 'attribute.amount': 60_000 }).answer).toBe('unknown')
})

it('over random conditions and facts it says yes where json-rules-engine says that the condition holds, and only there', async () => {
  await fc.assert(
    fc.asyncProperty(anyCondition(5), anyFacts(5), async (condition, facts) => {
      const held = await evaluate({ it: lowerCondition(condition) }, facts)
      expect(readCondition(condition, facts).answer === 'yes').toBe(held.has('it'))
    }),
    { numRuns: 1000 },
  )
})
