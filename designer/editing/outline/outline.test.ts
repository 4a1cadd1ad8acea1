import { describe, expect, it } from 'vitest'
import { emptyModel, type Place, type ProcessModel, partsOf } from '#engine'
import { libraryModels } from '../../../engine/library/index.ts'
import { peersOf } from '../../commands/order.ts'
import { markKey } from '../../map/marks.ts'
import { newLoose, newPart, newStage, withTransition } from '../additions.ts'
import { addsAt } from './adds-at.ts'
import { allIn, outlineOf, type Row, rowsAround, seenRows } from './outline.ts'

const rowsOf = (model: ProcessModel): readonly Row[] => outlineOf(model).flatMap(allIn)
const rowAt = (model: ProcessModel, place: Place): Row | undefined =>
  rowsOf(model).find(({ key }) => key === markKey(place))

/** Need, then contract, connected; need asks for an inquiry. */
const drawn = [
  (model: ProcessModel) => newStage(model, 'Need').model,
  (model: ProcessModel) => newStage(model, 'Contract').model,
  (model: ProcessModel) => withTransition(model, 'need', 'contract'),
  (model: ProcessModel) => newPart(model, 'need', 'element', 'Inquiry').model,
  (model: ProcessModel) => newLoose(model, 'layer', 'Team').model,
  (model: ProcessModel) => newLoose(model, 'layer', 'Board').model,
  (model: ProcessModel) => newLoose(model, 'role', 'Clerk', { kind: 'layer', id: 'team' }).model,
  (model: ProcessModel) => newLoose(model, 'role', 'Champion').model,
].reduce((model, edit) => edit(model), emptyModel('Plants'))

describe('a drawing as a list', () => {
  it.each(libraryModels)('has one row for each thing of “$name”, and no other', ({ model }) => {
    const drawnThings = [
      ...partsOf(model).flatMap(({ place }) => (place.kind === 'scenario' ? [] : markKey(place))),
      ...model.transitions.map(({ id }) => markKey({ kind: 'transition', id })),
      markKey({ kind: 'model', id: 'model' }),
    ]
    const keys = rowsOf(model).flatMap((row) => ('place' in row ? row.key : []))
    expect(keys.toSorted()).toEqual(drawnThings.toSorted())
  })

  it('puts things under what they belong to, and the decider’s layer on top', () => {
    const tell = (row: Row): string => `${row.name}${row.rows.length > 0 ? `(${row.rows.map(tell).join(' ')})` : ''}`
    expect(outlineOf(drawn).map(tell)).toEqual([
      'Plants',
      '(Need(Inquiry Contract) Contract)',
      '',
      '(Board Team(Clerk))',
      '(Champion)',
      '',
      '',
      '',
      '',
      '',
    ])
  })

  it('is seen without what is inside of folded rows, each with its level and place', () => {
    const seen = seenRows(outlineOf(drawn), ({ key }) => key === 'stage need')
    const told = seen.slice(1, 4).map(({ row, level, at, of, isOpen }) => [row.key, level, at, of, isOpen])
    expect(told).toEqual([
      ['under stage', 1, 2, 10, true],
      ['stage need', 2, 1, 2, false],
      ['stage contract', 2, 2, 2, false],
    ])
  })

  it('knows what a row is inside of', () => {
    expect(rowsAround(outlineOf(drawn), 'element inquiry')?.map(({ key }) => key)).toEqual([
      'under stage',
      'stage need',
    ])
    expect(rowsAround(outlineOf(drawn), 'element gone')).toBeUndefined()
  })
})

describe('what is added at a row', () => {
  it('stands in the list afterwards, at a row of its own', () => {
    for (const { model } of libraryModels)
      for (const row of [undefined, ...rowsOf(model)])
        for (const { draw } of addsAt(model, row)) {
          const added = draw(model, 'Something else')
          expect(rowAt(model, added.place), `${row?.key} ${added.place.kind}`).toBeUndefined()
          expect(rowAt(added.model, added.place), `${row?.key} ${added.place.kind}`).toBeDefined()
        }
  })

  it('stands right before or after the thing that it was added at', () => {
    for (const { model } of libraryModels)
      for (const row of rowsOf(model))
        for (const { draw, where } of addsAt(model, row)) {
          if (!('place' in row) || (where !== 'before' && where !== 'after')) continue
          const added = draw(model, 'Something else')
          const peers = peersOf(added.model, added.place)
          expect(peers.indexOf(added.place.id) - peers.indexOf(row.place.id)).toBe(where === 'after' ? 1 : -1)
        }
  })

  it('on a transition is a stage between the two, and what the transition asked stays before it', () => {
    const [line] = drawn.transitions
    const model = {
      ...drawn,
      transitions: [{ ...line, id: 'line', from: 'need', to: 'contract', condition: { all: [] } }],
    }
    const row = rowAt(model, { kind: 'transition', id: 'line' })
    const [added] = addsAt(model, row).map(({ draw }) => draw(model, 'Budget'))
    const told = added?.model.transitions.map(({ from, to, condition }) => [from, to, condition])
    expect(told).toEqual([
      ['need', 'budget', { all: [] }],
      ['budget', 'contract', undefined],
    ])
    expect(added?.model.stages.map(({ id }) => id)).toEqual(['need', 'budget', 'contract'])
  })
})
