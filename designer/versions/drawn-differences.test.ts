import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyChanges, diffModels, isLayout, processModelSchema } from '#engine'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { anyDrawing } from '../../tests/support/random-drawings.ts'
import { anyEdits, edited } from '../../tests/support/random-edits.ts'
import { markKey } from '../map/marks.ts'
import { drawnDifferences } from './drawn-differences.ts'

it('the picture of two drawings holds all of both, and only what differs is marked', () => {
  fc.assert(
    fc.property(anyDrawing, anyEdits(6), (before, edits) => {
      const after = edited(before, edits)
      const { model, marks, changes } = drawnDifferences(before, after)
      const added = diffModels(after, model).filter((change) => !isLayout(change))
      expect(
        new Set(added.filter(({ kind }) => kind !== 'reordered').map(({ kind, place }) => [kind, place.id])),
      ).toEqual(new Set(changes.filter(({ kind }) => kind === 'removed').map(({ place }) => ['added', place.id])))
      for (const { kind, place } of changes)
        expect(marks.get(markKey(place))).toBe(
          kind === 'added' || kind === 'removed' ? kind : marks.get(markKey(place)),
        )
      const touched = new Set(changes.flatMap(({ place: { stage, ...place } }) => [markKey(place), `stage ${stage}`]))
      for (const key of marks.keys()) expect(touched).toContain(key)
    }),
    { numRuns: 300 },
  )
})

it('a drawing beside itself has no mark', () => {
  const model = processModelSchema.parse(smallPurchase)
  expect(drawnDifferences(model, applyChanges(model, []))).toEqual({ model, marks: new Map(), changes: [] })
})

it('a stage that is gone stands beneath the one that took its place', () => {
  const model = processModelSchema.parse(smallPurchase)
  const [first, ...others] = model.stages
  if (!first) throw new Error('the small purchase has stages')
  const before = { ...model, layout: { [first.id]: { x: 0, y: 0 } } }
  const renamed = { ...first, id: 'instead', elements: [], commitments: [], actions: [], support: [] }
  const after = { ...model, stages: [renamed, ...others], transitions: [], layout: { instead: { x: 20, y: 0 } } }
  const { model: drawn, marks } = drawnDifferences(before, after)
  expect(marks.get(`stage ${first.id}`)).toBe('removed')
  expect(drawn.layout[first.id]).toEqual({ x: 0, y: 120 })
})
