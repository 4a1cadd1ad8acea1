import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalJson,
  checkModel,
  diffModels,
  type Place,
  type ProcessModel,
  partsOf,
  processModelSchema,
} from '#engine'
import { libraryModels } from '../../engine/library/index.ts'
import { aDrawing, ask } from '../../tests/support/a-drawing.ts'
import { anyEdits, edited } from '../../tests/support/random-edits.ts'
import { begin, take, undo } from './history.ts'
import { kindsFor, type Replacement, replacePlace } from './replace-place.ts'

const boss = { id: 'boss', name: 'Head of plant', kind: 'decider' as const }
const buyer = { id: 'buyer', name: 'Buyer', kind: 'handler' as const }
const budget = {
  id: 'budget',
  name: 'Budget',
  value: { kind: 'money' as const },
  grade: 'written' as const,
  from: ['boss', 'buyer'],
}
const visit = { id: 'visit', name: 'Visit', brings: ['budget'], due: { unit: 'days' as const, amount: 2 } }
const drawing = (need: object, more: object = {}) =>
  processModelSchema.parse(aDrawing({ need, chain: { roles: [boss, buyer], ...more } }))
const inNeed = (kind: Place['kind'], id: string): Place => ({ kind, id, stage: 'need' })

function into(model: ProcessModel, place: Place, kind: Place['kind']): Replacement {
  const done = replacePlace(model, place, kind, 'New stage')
  if (!done) throw new Error(`${place.kind} ${place.id} cannot become ${kind}`)
  return done
}
const stageOf = ({ model }: Replacement, id = 'need') => model.stages.find((one) => one.id === id)
const lostOf = ({ lost }: Replacement) =>
  lost.map((one) => [one.place.id, 'path' in one ? one.path.join('.') : one.kind])

describe('a thing that becomes one of another kind', () => {
  it('keeps as a commitment its id, its evidence and who gives it, and what brings it brings it still', () => {
    const done = into(drawing({ elements: [budget], actions: [visit] }), inNeed('element', 'budget'), 'commitment')
    expect(done.place).toEqual(inNeed('commitment', 'budget'))
    expect(stageOf(done)).toMatchObject({
      elements: [],
      commitments: [{ id: 'budget', name: 'Budget', grade: 'written', role: 'boss' }],
      actions: [{ brings: ['budget'] }],
    })
    expect(done.lost).toEqual([
      { kind: 'changed', place: inNeed('element', 'budget'), path: ['value'], before: { kind: 'money' } },
      { kind: 'changed', place: inNeed('element', 'budget'), path: ['from'], before: ['buyer'] },
    ])
  })

  it('is asked about by the conditions that ask the same of it; what asks otherwise becomes a finding', () => {
    const known = ask('element.budget', 'isKnown', true)
    const much = ask('element.budget', 'greaterThan', 5)
    const model = drawing({ elements: [budget], entry: known, exit: much })
    const done = into(model, inNeed('element', 'budget'), 'commitment')
    expect(stageOf(done)).toMatchObject({ entry: { fact: 'commitment.budget' }, exit: { fact: 'element.budget' } })
    expect(done.others.map((one) => 'path' in one && one.path)).toEqual([['entry']])
    expect(checkModel(done.model)).toContainEqual(
      expect.objectContaining({ rule: 'condition-fact-unknown', place: { kind: 'stage', id: 'need', part: 'exit' } }),
    )
  })

  it('is, as an action, no longer what others bring, and starts no time: both are told', () => {
    const later = { ...visit, dueFrom: 'budget' }
    const done = into(drawing({ elements: [budget], actions: [later] }), inNeed('element', 'budget'), 'action')
    expect(stageOf(done)?.actions).toEqual([
      { id: 'visit', name: 'Visit', brings: [], required: true, due: visit.due },
      { id: 'budget', name: 'Budget', brings: [], required: true },
    ])
    expect(lostOf(done)).toEqual([
      ['budget', 'value'],
      ['budget', 'grade'],
      ['budget', 'from'],
      ['visit', 'brings'],
      ['visit', 'dueFrom'],
    ])
  })

  it('tells the scenario that plays it as what it was', () => {
    const plays = {
      id: 'played',
      name: 'As it was',
      start: '2026-01-01T00:00:00.000Z',
      steps: [{ kind: 'do', action: 'visit' }],
      expects: { stages: {}, actions: [], support: [] },
    }
    const model = processModelSchema.parse({ ...drawing({ elements: [budget], actions: [visit] }), scenarios: [plays] })
    expect(into(model, inNeed('action', 'visit'), 'support').scenarios.map(({ name }) => name)).toEqual(['As it was'])
  })

  it('is a department beside the layer above, with its roles; a department is a layer above its own', () => {
    const layers = ['team', 'head', 'board'].map((id) => ({ id, name: id, rule: { kind: 'any' as const } }))
    const model = drawing({}, { layers, roles: [{ ...boss, layer: 'head' }] })
    const beside = into(model, { kind: 'layer', id: 'head' }, 'specialist')
    expect(beside.model.chain).toMatchObject({
      layers: [{ id: 'team' }, { id: 'board' }],
      specialists: [{ id: 'head', layer: 'board' }],
      roles: [{ id: 'boss', specialist: 'head' }],
    })
    expect(lostOf(beside)).toEqual([['head', 'rule']])
    const again = into(beside.model, { kind: 'specialist', id: 'head' }, 'layer')
    expect(again.model.chain.layers.map(({ id }) => id)).toEqual(['team', 'board', 'head'])
    expect(again.lost).toEqual([])
  })

  it('is a stage where its note stood, and a note again, but for what a note cannot hold', () => {
    const note = { id: 'idea', text: 'Trial run\nTwo weeks on site', at: { x: 40, y: 60 } }
    const model = { ...drawing({}), notes: [note] }
    const stage = into(model, { kind: 'note', id: 'idea' }, 'stage')
    expect(stageOf(stage, 'idea')).toMatchObject({ name: 'Trial run', description: 'Two weeks on site' })
    expect(stage.model.layout.idea).toEqual(note.at)
    expect(into(stage.model, stage.place, 'note').model.notes).toEqual([note])
  })
})

const drawings = fc
  .tuple(fc.constantFrom(...libraryModels.map(({ model }) => model)), anyEdits(12))
  .map(([model, edits]) => edited(model, edits))

/** A random drawing with a random thing of it changed into something else. */
const replacements = fc.tuple(drawings, fc.nat(), fc.nat()).map(([model, at, to]) => {
  const able = partsOf(model).filter(({ place }) => kindsFor(model, place).length > 0)
  const { place } = able[at % able.length] as (typeof able)[number]
  const kinds = kindsFor(model, place)
  return { model, place, done: into(model, place, kinds[to % kinds.length] as Place['kind']) }
})

describe('whatever becomes something else in whatever drawing', () => {
  it('leaves a drawing that can be saved, and one undo gives back the very drawing that was', () => {
    fc.assert(
      fc.property(replacements, ({ model, done }) => {
        expect(processModelSchema.parse(done.model)).toEqual(done.model)
        expect(undo(take(begin(model), done.model)).present).toBe(model)
      }),
    )
  })

  it('says of every single change what it is: nothing is lost in silence', () => {
    fc.assert(
      fc.property(replacements, ({ model, place, done }) => {
        const told = new Set([...done.lost, ...done.others].map((one) => canonicalJson(one)))
        const isIt = ({ kind, id }: Place) =>
          (kind === place.kind && id === place.id) || (kind === done.place.kind && id === done.place.id)
        const silent = diffModels(model, done.model).filter(
          (one) => one.kind !== 'laid-out' && !isIt(one.place) && !told.has(canonicalJson(one)),
        )
        expect(silent).toEqual([])
        const { before = {} } = (diffModels(model, done.model).find(
          (one) => one.kind === 'removed' && isIt(one.place),
        ) ?? {}) as { before?: Record<string, unknown> }
        const now = canonicalJson(
          diffModels(model, done.model).filter((one) => one.kind === 'added' && isIt(one.place)),
        )
        for (const [member, value] of Object.entries(before)) {
          const isTold = done.lost.some((one) => one.kind === 'changed' && isIt(one.place) && one.path[0] === member)
          const isKept = words(value).every((word) => now.includes(word))
          const isUsual = usual.includes(canonicalJson(value))
          expect([member, isTold || isKept || isUsual || member === 'layer']).toEqual([member, true])
        }
      }),
    )
  })
})

/** What a value says, word by word, as JSON has it. */
const words = (value: unknown): string[] =>
  value !== null && typeof value === 'object'
    ? Object.values(value).flatMap(words)
    : String(value)
        .split('\n')
        .map((line) => JSON.stringify(line).slice(1, -1))
const usual = [true, false, 'said', [], '', 'any', { kind: 'flag' }, { kind: 'all' }].map(canonicalJson)
