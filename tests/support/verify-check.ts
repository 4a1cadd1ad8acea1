import { describe, expect, it } from 'vitest'
import { type Finding, type Place, type ProcessModelDraft, processModelSchema, type RuleName } from '#engine'
import { checkModel } from '../../engine/check/check-model.ts'
import { rules } from '../../engine/check/rules/index.ts'

/** What a rule complains about in a drawing: the places, or the places with what the sentence names. */
type Complaints = (Place & { values?: Finding['values'] })[]

/** A table test of one rule: drawings that it is content with, and drawings with all that it complains about in them. */
export function verifyCheck(
  rule: RuleName,
  drawings: {
    isContentWith: Record<string, ProcessModelDraft>
    complainsAbout: Record<string, { in: ProcessModelDraft; at: Complaints }>
  },
): void {
  const findings = (draft: ProcessModelDraft) =>
    checkModel(
      processModelSchema.parse(draft),
      rules.filter(({ name }) => name === rule),
    )
  describe(rule, () => {
    for (const [title, draft] of Object.entries(drawings.isContentWith))
      it(`is content with ${title}`, () => {
        expect(findings(draft)).toEqual([])
      })
    for (const [title, { in: draft, at }] of Object.entries(drawings.complainsAbout))
      it(`complains about ${title}`, () => {
        const found = findings(draft)
        expect(found.map(({ place, values }) => ({ ...place, values }))).toMatchObject(at)
        expect(found).toHaveLength(at.length)
        for (const { message, rule: said } of found) {
          expect(said).toBe(rule)
          expect(message).not.toMatch(/{{|“”/)
        }
      })
  })
}
