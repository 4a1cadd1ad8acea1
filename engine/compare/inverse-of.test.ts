import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyDrawing } from '../../tests/support/random-drawings.ts'
import { anyEdits, edited } from '../../tests/support/random-edits.ts'
import { canonicalJson } from '../canonical-json.ts'
import { applyChanges } from './apply-changes.ts'
import { diffModels } from './diff-models.ts'
import { inverseOf } from './inverse-of.ts'

it('a change that is taken back leaves the drawing as it was', () => {
  let taken = 0
  fc.assert(
    fc.property(anyDrawing, anyEdits(1), (before, edits) => {
      const [change, ...others] = diffModels(before, edited(before, edits))
      if (!change || others.length > 0) return
      taken += 1
      const after = applyChanges(before, [change])
      expect(canonicalJson(applyChanges(after, [inverseOf(change)]))).toBe(canonicalJson(before))
    }),
    { numRuns: 1000 },
  )
  expect(taken).toBeGreaterThan(200)
}, 60_000)
