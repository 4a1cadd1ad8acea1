import { expect, it } from 'vitest'
import { processModelSchema } from '#engine'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { changesBetween } from './changes-between.ts'
import { removePlaces } from './remove-places.ts'
import { moveStages } from './stage-commands.ts'

const drawn = processModelSchema.parse(smallPurchase)

it('two drawings that say the same differ in nothing', () => {
  expect(changesBetween(drawn, structuredClone(drawn))).toEqual([])
})

it('what was changed, moved or removed is named once', () => {
  const moved = moveStages(drawn, { need: { x: 40, y: 0 } })
  expect(changesBetween(drawn, moved)).toEqual(['Need stated'])
  expect(changesBetween(drawn, removePlaces(drawn, [{ kind: 'stage', id: 'signed' }]))).toEqual([
    'Contract signed',
    'Purchase approved → Contract signed',
  ])
  expect(changesBetween(drawn, { ...drawn, name: 'Large purchase' })).toEqual(['Large purchase'])
})
