import fc from 'fast-check'
import { expect, it } from 'vitest'
import { finds, mutantsOf } from '../../tests/support/mutants.ts'
import { validModel } from '../../tests/support/valid-models.ts'
import { checkModel } from './check-model.ts'

const valid = fc.sample(validModel, { numRuns: 100, seed: 20_261_128 })

it('nothing is found in a hundred purchases that are drawn rightly', () => {
  expect(valid.flatMap((model) => checkModel(model))).toEqual([])
})

it('of five hundred purchases spoilt at one place at least 99 in 100 are found, each by a rule for that fault', () => {
  const mutants = mutantsOf(valid, 5)
  expect(mutants).toHaveLength(500)
  const missed = mutants.filter((mutant) => !finds(checkModel(mutant.model), mutant))
  expect(missed.length, missed.map(({ fault, site }) => `${fault.name} at ${site}`).join('\n')).toBeLessThanOrEqual(5)
})
