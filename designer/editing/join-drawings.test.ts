import { expect, it } from 'vitest'
import { emptyModel, type ProcessModel } from '#engine'
import { renamePlace } from '../commands/rename-place.ts'
import { moveStages, removeStage } from '../commands/stage-commands.ts'
import { newLoose, newStage, newStageAfter } from './additions.ts'
import { joinDrawings } from './join-drawings.ts'

const base = newStage(emptyModel('Foundries'), 'Need stated').model
const [need = ''] = base.stages.map(({ id }) => id)
const named = (model: ProcessModel) => model.stages.map(({ name }) => name).toSorted()

it('what each drew is in the joined drawing, a rename here and a layer there', () => {
  const mine = renamePlace(base, { kind: 'stage', id: need }, 'Need told')
  const theirs = newLoose(base, 'layer', 'Plant').model
  const joined = joinDrawings(base, mine, theirs) as ProcessModel
  expect(named(joined)).toEqual(['Need told'])
  expect(joined.chain.layers.map(({ name }) => name)).toEqual(['Plant'])
})

it('of two stages that were drawn at one place, mine gives way to theirs', () => {
  const mine = newStageAfter(base, need, 'Ordered').model
  const theirs = newStageAfter(base, need, 'Delivered').model
  const [ordered, delivered] = [mine, theirs].map((model) => model.stages.at(-1)?.id ?? '') as [string, string]
  expect(mine.layout[ordered]).toEqual(theirs.layout[delivered])
  const joined = joinDrawings(base, mine, theirs) as ProcessModel
  expect(named(joined)).toEqual(['Delivered', 'Need stated', 'Ordered'])
  expect(joined.layout[delivered]).toEqual(theirs.layout[delivered])
  expect(joined.layout[ordered]).not.toEqual(theirs.layout[delivered])
})

it.each<[string, ProcessModel, ProcessModel]>([
  [
    'both renamed it',
    renamePlace(base, { kind: 'stage', id: need }, 'A'),
    renamePlace(base, { kind: 'stage', id: need }, 'B'),
  ],
  ['one removed what the other renamed', removeStage(base, need), renamePlace(base, { kind: 'stage', id: need }, 'B')],
  [
    'both moved it elsewhere',
    moveStages(base, { [need]: { x: 0, y: 500 } }),
    moveStages(base, { [need]: { x: 500, y: 0 } }),
  ],
])('people have to say what is to be where %s', (_, mine, theirs) => {
  expect(joinDrawings(base, mine, theirs)).toBeUndefined()
  expect(joinDrawings(base, theirs, mine)).toBeUndefined()
})
