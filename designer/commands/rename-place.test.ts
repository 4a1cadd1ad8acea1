import { expect, it } from 'vitest'
import { diffModels, emptyModel, type Place, type ProcessModel, partsOf } from '#engine'
import { libraryModels } from '../../engine/library/index.ts'
import { putInModel } from './chain-commands.ts'
import { renamePlace } from './rename-place.ts'

const drawn = libraryModels[0]?.model as ProcessModel
const named = partsOf(drawn).filter(({ place }) => place.kind !== 'transition')

it.each([...new Set(named.map(({ place }) => place.kind))].map((kind) => ({ kind })))(
  'a $kind gets another name, and nothing else changes',
  ({ kind }) => {
    const { place } = named.find((part) => part.place.kind === kind) as { place: Place }
    const after = renamePlace(drawn, place, '  Another name ')
    expect(partsOf(after).filter(({ name }) => name === 'Another name')).toMatchObject([{ place }])
    expect(diffModels(drawn, after)).toHaveLength(1)
  },
)

it('no name, the same name and what is gone change nothing', () => {
  const [stage] = drawn.stages
  const place: Place = { kind: 'stage', id: stage?.id ?? '' }
  for (const [at, text] of [
    [place, '  '],
    [place, ` ${stage?.name} `],
    [{ kind: 'stage', id: 'gone' }, 'A name'],
    [{ kind: 'note', id: 'gone' }, 'A text'],
  ] as const)
    expect(renamePlace(drawn, at, text)).toBe(drawn)
})

it('a note gets another text, or none', () => {
  const model = putInModel(emptyModel('Plants'), {
    part: 'notes',
    item: { id: 'note-1', text: 'Ask', at: { x: 0, y: 0 } },
  })
  const place: Place = { kind: 'note', id: 'note-1' }
  expect(renamePlace(model, place, 'Ask again').notes).toMatchObject([{ text: 'Ask again' }])
  expect(renamePlace(model, place, '').notes).toMatchObject([{ text: '' }])
})
