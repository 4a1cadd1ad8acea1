import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDrawing, aStage } from '../../tests/support/a-drawing.ts'
import { anyDrawing } from '../../tests/support/random-drawings.ts'
import { anyEdits, edited } from '../../tests/support/random-edits.ts'
import { canonicalJson } from '../canonical-json.ts'
import { type ProcessModel, processModelSchema } from '../model/process-model.ts'
import type { Change } from './change.ts'
import type { Side } from './conflict.ts'
import { diffModels } from './diff-models.ts'
import { settle, takeOver } from './take-over.ts'

type Draft = Parameters<typeof aDrawing>[0]
const drawing = (draft: Draft) => processModelSchema.parse(aDrawing(draft))
const take = (drawnOn: Draft, model: Draft, base: Draft) => takeOver(drawing(drawnOn), drawing(model), drawing(base))

describe('taking over a new version of the base', () => {
  it('says what comes over, what stays the model’s own, and what has become common', () => {
    const { account, conflicts } = take(
      {},
      { need: { name: 'Need heard', description: 'In person' } },
      { need: { description: 'In person' }, signed: { name: 'Signed' } },
    )
    expect(conflicts).toEqual([])
    expect(account.taken).toMatchObject([{ place: { id: 'signed' }, path: ['name'], after: 'Signed' }])
    expect(account.kept).toMatchObject([{ place: { id: 'need' }, path: ['name'], after: 'Need heard' }])
    expect(account.common).toMatchObject([{ place: { id: 'need' }, path: ['description'] }])
  })

  it('says that the place of a stage on the canvas went with the stage', () => {
    const stages = [aStage('need'), aStage('audit'), aStage('signed', { end: 'won' })]
    const { account } = take({ stages }, { stages, layout: { audit: { x: 10, y: 20 } } }, {})
    expect(account.moot).toMatchObject([{ kind: 'laid-out', place: { id: 'audit' } }])
  })

  it('is finished once each conflict has its side', () => {
    const merge = take({}, { need: { name: 'Need heard' } }, { need: { name: 'Need written' } })
    expect(settle(merge, ['ours']).stages[0]?.name).toBe('Need heard')
    expect(settle(merge, ['theirs']).stages[0]?.name).toBe('Need written')
    expect(() => settle(merge, [])).toThrow('There are 1 conflicts, and 0 are settled')
  })
})

const threeDrawings = fc
  .tuple(anyDrawing, anyEdits(6), anyEdits(6))
  .map(([base, ours, theirs]) => [base, edited(base, ours), edited(base, theirs)] as const)

describe('over a thousand random models and bases', () => {
  const always = (holds: (drawnOn: ProcessModel, model: ProcessModel, base: ProcessModel) => void) =>
    fc.assert(
      fc.property(threeDrawings, ([drawnOn, model, base]) => holds(drawnOn, model, base)),
      { numRuns: 1000 },
    )

  it('every change of either side is accounted for exactly once', () => {
    always((drawnOn, model, base) => {
      const { account, conflicts } = takeOver(drawnOn, model, base)
      const [ours, theirs] = [diffModels(drawnOn, model), diffModels(drawnOn, base)]
      const told = (side: Side): Change[] => [
        ...(side === 'ours' ? account.kept : account.taken),
        ...account.common,
        ...account.moot.filter(isAmong(side === 'ours' ? ours : theirs)),
        ...conflicts.flatMap(({ changes }) => changes[side]),
      ]
      const count = (change: Change, changes: Change[]) => changes.filter((one) => isAboutTheSame(one, change)).length
      for (const change of ours) expect([change, count(change, told('ours'))]).toEqual([change, 1])
      for (const change of theirs) expect([change, count(change, told('theirs'))]).toEqual([change, 1])
    })
  }, 120_000)

  it('what is said to come over, to stay or to be common is in the model, and what is moot is not', () => {
    always((drawnOn, model, base) => {
      const { account, model: merged } = takeOver(drawnOn, model, base)
      const made = diffModels(drawnOn, merged)
      const isMade = (change: Change) => made.some((one) => isAboutTheSame(one, change))
      const isThere = ({ kind }: Change) => kind !== 'reordered'
      for (const change of [...account.taken, ...account.kept, ...account.common].filter(isThere))
        expect([change, isMade(change)]).toEqual([change, true])
      expect(account.moot.filter(isAmong(made))).toEqual([])
    })
  }, 120_000)

  it('taking over once more changes nothing more, and the overlay is then what was kept', () => {
    always((drawnOn, model, base) => {
      const { model: merged, conflicts, account } = takeOver(drawnOn, model, base)
      if (conflicts.length > 0) return
      const again = takeOver(base, merged, base)
      expect(canonicalJson(again.model)).toBe(canonicalJson(merged))
      expect(again.account.taken).toEqual([])
      const content = (changes: Change[]) =>
        changes
          .filter(({ kind }) => kind === 'changed')
          .map(subject)
          .sort()
      expect(content(again.account.kept)).toEqual(content(account.kept))
    })
  }, 120_000)
})

const subject = ({ kind, place, ...change }: Change): string =>
  canonicalJson([kind, place.kind, place.id, 'path' in change ? change.path : []])
const isAmong = (changes: readonly Change[]) => {
  const written = new Set(changes.map(canonicalJson))
  return (change: Change): boolean => written.has(canonicalJson(change))
}
const isAboutTheSame = (one: Change, other: Change): boolean => subject(one) === subject(other)
