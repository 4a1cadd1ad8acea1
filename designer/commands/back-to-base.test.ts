import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLayout, overlayOf, type ProcessModel, processModelSchema } from '#engine'
import { aDrawing, aStage, aWay } from '../../tests/support/a-drawing.ts'
import { anyDrawing } from '../../tests/support/random-drawings.ts'
import { anyEdits, edited } from '../../tests/support/random-edits.ts'
import { backToBase, entriesOf } from './back-to-base.ts'
import { removePlaces } from './remove-places.ts'

const drawing = (draft: Parameters<typeof aDrawing>[0] = {}) => processModelSchema.parse(aDrawing(draft))
const audited = drawing({
  stages: [
    aStage('need', { name: 'Need stated' }),
    aStage('audit', { elements: [anElement('report')] }),
    aStage('signed'),
  ],
  transitions: [aWay('need', 'audit'), aWay('audit', 'signed')],
  layout: { audit: { x: 300, y: 0 } },
})

function anElement(id: string) {
  return { id, name: id, value: { kind: 'flag' as const } }
}

/** The model with the first entry of its overlay that is about a thing taken back. */
function takenBack(base: ProcessModel, model: ProcessModel, id: string): ProcessModel {
  const overlay = overlayOf(base, model)
  const entry = entriesOf(overlay).find(({ change }) => change.place.id === id)
  if (!entry) throw new Error(`Nothing is otherwise about ${id}`)
  return backToBase(model, overlay, entry)
}

describe('what a segment does otherwise', () => {
  it('is one entry for a stage that it removes, with its parts and its lines', () => {
    const [first, ...others] = entriesOf(overlayOf(audited, removePlaces(audited, [{ kind: 'stage', id: 'audit' }])))
    expect(first?.change).toMatchObject({ kind: 'removed', place: { id: 'audit' } })
    expect(first?.parts.map(({ place }) => place.id).sort()).toEqual(['audit', 'audit-signed', 'need-audit', 'report'])
    expect(others).toEqual([])
  })

  it('goes back to the base thing by thing: a stage comes with its parts, its lines and its place', () => {
    const model = removePlaces(audited, [{ kind: 'stage', id: 'audit' }])
    expect(takenBack(audited, model, 'audit')).toEqual(audited)
  })

  it('takes along what was moved into a stage of its own, back to where it was', () => {
    const base = drawing({ need: { elements: [anElement('budget')] } })
    const own = { ...aStage('own'), elements: [anElement('budget')] }
    const model = drawing({
      stages: [aStage('need', { name: 'Need stated' }), own, aStage('signed', { name: 'Contract signed', end: 'won' })],
    })
    expect(takenBack(base, model, 'own').stages).toEqual(base.stages)
  })

  it('brings back the stage that something was moved out of', () => {
    const model = drawing({
      stages: [aStage('need', { name: 'Need stated', elements: [anElement('report')] }), aStage('signed')],
    })
    const back = takenBack(audited, model, 'report')
    expect(back.stages.map(({ id, elements }) => [id, elements.length])).toEqual([
      ['need', 0],
      ['audit', 1],
      ['signed', 0],
    ])
  })

  it('is over when all of it is taken back, whatever it was', () => {
    fc.assert(
      fc.property(anyDrawing, anyEdits(8), fc.array(fc.nat(99), { minLength: 1 }), (base, edits, picks) => {
        let model = edited(base, edits)
        let left = entriesOf(overlayOf(base, model))
        for (let n = 0; left.length > 0; n++) {
          expect(n).toBeLessThan(100)
          const entry = left[(picks[n % picks.length] ?? 0) % left.length]
          if (entry) model = backToBase(model, overlayOf(base, model), entry)
          left = entriesOf(overlayOf(base, model))
        }
        expect(overlayOf({ ...base, name: model.name }, model).filter((change) => !isLayout(change))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
