import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aDrawing, aStage } from '../../tests/support/a-drawing.ts'
import { anyDrawing } from '../../tests/support/random-drawings.ts'
import { anyEdits, edited } from '../../tests/support/random-edits.ts'
import { canonicalJson } from '../canonical-json.ts'
import { processModelSchema } from '../model/process-model.ts'
import { overlayOf, overlaySchema, withOverlay } from './overlay.ts'

const drawing = (draft: Parameters<typeof aDrawing>[0]) => processModelSchema.parse(aDrawing(draft))
const company = drawing({})
const budget = { id: 'budget', name: 'Budget', value: { kind: 'money' as const } }

it('a change of the company’s base reaches the segment, and through it the deal', () => {
  const segment = overlayOf(company, drawing({ need: { elements: [budget] } }))
  const before = withOverlay(company, segment).model
  const deal = overlayOf(before, drawing({ need: { elements: [budget], name: 'Need of Acme stated' } }))
  const base = drawing({ stages: [aStage('need', { name: 'Need stated' }), aStage('audit'), aStage('signed')] })
  const after = withOverlay(base, segment, company)
  const dealAfter = withOverlay(after.model, deal, before)

  expect([after.conflicts, dealAfter.conflicts]).toEqual([[], []])
  expect(dealAfter.model.stages).toMatchObject([
    { id: 'need', name: 'Need of Acme stated', elements: [{ id: 'budget' }] },
    { id: 'audit' },
    { id: 'signed' },
  ])
})

it('what the segment and the base changed otherwise is shown with both, and waits', () => {
  const segment = overlayOf(company, drawing({ need: { name: 'Need heard' } }))
  const { model, conflicts } = withOverlay(drawing({ need: { name: 'Need written' } }), segment, company)

  expect(model.stages[0]?.name).toBe('Need stated')
  expect(conflicts).toMatchObject([{ base: 'Need stated', ours: 'Need heard', theirs: 'Need written' }])
})

it('an overlay is refused on a base that it was not drawn on', () => {
  const segment = overlayOf(drawing({ need: { name: 'Other' } }), drawing({ need: { name: 'Need heard' } }))
  expect(() => withOverlay(company, segment)).toThrow('The changes were made on another drawing')
})

it('an overlay that makes no drawing is refused', () => {
  const nameless = overlaySchema.parse([
    { kind: 'changed', place: { kind: 'stage', id: 'need' }, path: ['name'], before: 'Need stated', after: '' },
  ])
  expect(() => withOverlay(company, nameless)).toThrow('What the changes make is no drawing')
})

it('an overlay on its own base gives back the model, to the byte', () => {
  fc.assert(
    fc.property(anyDrawing, anyEdits(8), (base, edits) => {
      const model = edited(base, edits)
      const stored = overlaySchema.parse(JSON.parse(JSON.stringify(overlayOf(base, model))))
      expect(canonicalJson(withOverlay(base, stored))).toBe(canonicalJson({ model, conflicts: [] }))
    }),
    { numRuns: 500 },
  )
}, 60_000)
