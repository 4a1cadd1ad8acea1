import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDrawing, ask } from '../../tests/support/a-drawing.ts'
import { anyDrawing } from '../../tests/support/random-drawings.ts'
import { anyEdits, edited } from '../../tests/support/random-edits.ts'
import { canonicalJson } from '../canonical-json.ts'
import { type ProcessModel, processModelSchema } from '../model/process-model.ts'
import { applyChanges } from './apply-changes.ts'
import type { Change } from './change.ts'
import { type Conflict, conflictSchema, resolve, type Side } from './conflict.ts'
import { diffModels, isEqual } from './diff-models.ts'
import { mergeModels } from './merge-models.ts'

const drawing = (draft: Draft) => processModelSchema.parse(aDrawing(draft))
const flag = { kind: 'flag' as const }
const elements = (...ids: string[]) => ids.map((id) => ({ id, name: id, value: flag }))
const elementsOf = (model: ProcessModel, stage = 'need') =>
  model.stages.find(({ id }) => id === stage)?.elements.map(({ id }) => id)
const layers = (...ids: string[]) => ({ chain: { layers: ids.map((id) => ({ id, name: id })) } })
const layersOf = ({ chain }: ProcessModel) => chain.layers.map(({ id }) => id)
type Draft = Parameters<typeof aDrawing>[0]
const merge = (base: Draft, ours: Draft, theirs: Draft) => mergeModels(drawing(base), drawing(ours), drawing(theirs))

describe('a merge of two drawings of one base', () => {
  it('has what either side changed, in one stage and in one element too', () => {
    const inquiry = { id: 'inquiry', name: 'Inquiry', value: flag }
    const { model, conflicts } = merge(
      { need: { elements: [inquiry] } },
      { need: { name: 'Need disclosed', elements: [{ ...inquiry, grade: 'written' }] } },
      { need: { elements: [{ ...inquiry, name: 'Inquiry received' }] } },
    )
    expect(conflicts).toEqual([])
    expect(model.stages[0]).toMatchObject({
      name: 'Need disclosed',
      elements: [{ name: 'Inquiry received', grade: 'written' }],
    })
  })

  it('keeps the base where both changed one thing otherwise, and shows all three', () => {
    const { model, conflicts } = merge(
      { need: { exit: ask('a', 'isKnown') } },
      { need: { exit: ask('b', 'isKnown') } },
      { need: {} },
    )
    expect(model.stages[0]?.exit).toEqual(ask('a', 'isKnown'))
    expect(conflicts).toMatchObject([
      { place: { kind: 'stage', id: 'need' }, path: ['exit'], base: ask('a', 'isKnown'), ours: ask('b', 'isKnown') },
    ])
    expect(conflicts[0]).not.toHaveProperty('theirs')
  })

  it('is of one mind where both did the same', () => {
    const change = { need: { name: 'Need disclosed', elements: elements('inquiry') } }
    expect(merge({}, change, change)).toEqual({ model: drawing(change), conflicts: [] })
  })

  it('asks who is right where one side removes a stage that the other works on', () => {
    const base = { need: { elements: elements('inquiry', 'budget') } }
    const { model, conflicts } = merge(
      base,
      { stages: drawing(base).stages.slice(1), transitions: [] },
      { need: { elements: elements('inquiry', 'budget', 'timing') } },
    )
    expect(elementsOf(model)).toEqual(['inquiry', 'budget'])
    expect(conflicts).toHaveLength(1)
    expect(conflicts[0]).toMatchObject({ place: { kind: 'stage', id: 'need' }, base: drawing(base).stages[0] })
    expect(conflicts[0]).not.toHaveProperty('ours')
    const [ours, theirs] = (['ours', 'theirs'] as const).map((side) =>
      applyChanges(model, resolve(conflicts[0] as Conflict, side)),
    )
    expect(ours?.stages.map(({ id }) => id)).toEqual(['signed'])
    expect(elementsOf(theirs as ProcessModel)).toEqual(['inquiry', 'budget', 'timing'])
  })

  it('has a stage’s new card where one side moved it, and no card of a stage that the other removed', () => {
    const layout = { need: { x: 0, y: 0 }, signed: { x: 9, y: 0 } }
    const { model, conflicts } = merge(
      { layout },
      { stages: drawing({}).stages.slice(1), transitions: [], layout: { signed: { x: 9, y: 0 } } },
      { layout: { need: { x: 5, y: 5 }, signed: { x: 8, y: 8 } } },
    )
    expect(conflicts).toEqual([])
    expect(model.layout).toEqual({ signed: { x: 8, y: 8 } })
  })

  it('brings together orders that do not contradict each other', () => {
    const { model, conflicts } = merge(
      layers('a', 'b', 'c', 'd'),
      layers('b', 'a', 'c', 'd', 'top'),
      layers('a', 'b', 'audit', 'd', 'c'),
    )
    expect(conflicts).toEqual([])
    expect(layersOf(model)).toEqual(['b', 'a', 'audit', 'd', 'c', 'top'])
  })

  it('asks which order is right where no order is both', () => {
    const { model, conflicts } = merge(layers('a', 'b', 'c'), layers('b', 'a', 'c'), layers('a', 'c', 'b'))
    expect(layersOf(model)).toEqual(['a', 'b', 'c'])
    expect(conflicts).toMatchObject([{ place: { kind: 'model' }, path: ['chain', 'layers'], ours: ['b', 'a', 'c'] }])
    const [conflict] = conflicts as [Conflict]
    expect(layersOf(applyChanges(model, resolve(conflict, 'theirs')))).toEqual(['a', 'c', 'b'])
  })

  it('asks at which height a layer stands that both added', () => {
    const { conflicts } = merge(layers('a', 'b'), layers('a', 'audit', 'b'), layers('a', 'b', 'audit'))
    expect(conflicts).toMatchObject([{ path: ['chain', 'layers'], ours: ['a', 'audit', 'b'] }])
  })

  it('keeps together what each side added at one point', () => {
    const { model } = merge(layers('a'), layers('a', 'm', 'z'), layers('a', 'n', 'b'))
    expect(layersOf(model)).toEqual(['a', 'm', 'z', 'n', 'b'])
  })
})

/** A base and what two people made of it. */
const threeDrawings = fc
  .tuple(anyDrawing, anyEdits(6), anyEdits(6))
  .map(([base, ours, theirs]) => [base, edited(base, ours), edited(base, theirs)] as const)
/** Three drawings of much the same things, with hardly anything in its place. */
const farApart = fc.tuple(anyDrawing, anyDrawing, anyDrawing)
const either = fc.oneof(threeDrawings, threeDrawings, farApart)

describe('over thousands of random merges', () => {
  const always = (holds: (base: ProcessModel, ours: ProcessModel, theirs: ProcessModel) => void, numRuns = 1000) =>
    fc.assert(
      fc.property(either, ([base, ours, theirs]) => holds(base, ours, theirs)),
      { numRuns },
    )

  it('every change of either side is in the result or in a conflict, and nothing else is', () => {
    always((base, ours, theirs) => {
      const { model, conflicts } = mergeModels(base, ours, theirs)
      const changes = { ours: diffModels(base, ours), theirs: diffModels(base, theirs) }
      const made = diffModels(base, model)
      for (const conflict of conflicts) conflictSchema.parse(conflict)
      expect(lost(made, changes.ours, changes.theirs, conflicts, 'ours')).toEqual([])
      expect(lost(made, changes.theirs, changes.ours, conflicts, 'theirs')).toEqual([])
      expect(made.filter((one) => !isAmong(one, [...changes.ours, ...changes.theirs]))).toEqual([])
    }, 3000)
  }, 120_000)

  it('what is in a list stands as either side has it, unless the order is in a conflict', () => {
    always((base, ours, theirs) => {
      const { model, conflicts } = mergeModels(base, ours, theirs)
      const [was, our, their] = [base, ours, theirs].map(ordersOf) as [Orders, Orders, Orders]
      for (const [list, ids] of ordersOf(model)) {
        if (conflicts.some((conflict) => nameOf(conflict) === list)) continue
        const sides = [our.get(list) ?? [], their.get(list) ?? []]
        expect(
          ids.filter((id, n) => ids.slice(0, n).some((one) => isAgainst(one, id, was.get(list) ?? [], sides))),
        ).toEqual([])
      }
    })
  }, 120_000)

  it('the sides can be swapped', () => {
    always((base, ours, theirs) => {
      const [one, other] = [mergeModels(base, ours, theirs), mergeModels(base, theirs, ours)]
      if (one.conflicts.length === 0) expect(canonicalJson(one.model)).toBe(canonicalJson(other.model))
      const about = ({ place: { kind, id }, path }: Conflict) => canonicalJson([kind, id, path])
      expect(one.conflicts.map(about).sort()).toEqual(other.conflicts.map(about).sort())
    })
  }, 120_000)

  it('a side that changed nothing leaves what the other side drew, and merging again changes nothing more', () => {
    always((base, ours, theirs) => {
      expect(isEqual(mergeModels(base, ours, base), { model: ours, conflicts: [] })).toBe(true)
      expect(isEqual(mergeModels(base, base, theirs), { model: theirs, conflicts: [] })).toBe(true)
      expect(isEqual(mergeModels(base, ours, ours), { model: ours, conflicts: [] })).toBe(true)
      const once = mergeModels(base, ours, theirs)
      if (once.conflicts.length === 0)
        expect(canonicalJson(mergeModels(base, once.model, theirs))).toBe(canonicalJson(once))
    })
  }, 120_000)

  it('conflicts can be resolved one by one, in any way, and then nothing of the chosen side is missing', () => {
    fc.assert(
      fc.property(either, fc.array(fc.boolean(), { minLength: 1 }), ([base, ours, theirs], flips) => {
        const { model, conflicts } = mergeModels(base, ours, theirs)
        const sides = conflicts.map((_, n): Side => (flips[n % flips.length] ? 'ours' : 'theirs'))
        const resolved = conflicts.reduce(
          (drawn, conflict, n) => applyChanges(drawn, resolve(conflict, sides[n] as Side)),
          model,
        )
        processModelSchema.parse(resolved)
        const made = diffModels(base, resolved)
        for (const [n, conflict] of conflicts.entries())
          for (const change of resolve(conflict, sides[n] as Side))
            if (change.kind !== 'reordered')
              expect(made.filter((one) => isAboutTheSame(one, change))).toEqual([
                expect.toSatisfy((one) => brings(one, change)),
              ])
      }),
      { numRuns: 1000 },
    )
  }, 120_000)

  it('about half of them have no conflict, so that what is said of those is said of something', () => {
    const withoutConflict = fc
      .sample(threeDrawings, { numRuns: 500, seed: 5 })
      .filter(([base, ours, theirs]) => mergeModels(base, ours, theirs).conflicts.length === 0)
    expect(withoutConflict.length).toBeGreaterThan(150)
  })
})

/** Changes of one side that are neither in the merged drawing nor in a conflict. */
function lost(made: Change[], changes: Change[], others: Change[], conflicts: Conflict[], side: Side): Change[] {
  return changes.filter(
    (change) =>
      change.kind !== 'reordered' &&
      !isMoot(change, others, conflicts) &&
      !conflicts.some((conflict) => isAmong(change, conflict.changes[side])) &&
      !made.some((one) => isAboutTheSame(one, change) && brings(one, change)),
  )
}

const isAmong = (change: Change, changes: Change[]) => changes.some((one) => isAboutTheSame(one, change))

function isAboutTheSame(one: Change, other: Change): boolean {
  const about = ({ kind, place, ...change }: Change) =>
    [kind, place.kind, place.id, ...('path' in change ? change.path : [])].join(' ')
  return about(one) === about(other)
}

/** Whether a change in the merged drawing comes to what one side's change comes to. */
function brings(made: Change, change: Change): boolean {
  if ('to' in made && 'to' in change)
    return isEqual(made.to.in, change.to.in) && isEqual(contentOf(made), contentOf(change))
  return isEqual(contentOf(made), contentOf(change))
}

const contentOf = (change: Change) => ('after' in change ? change.after : undefined)

/** A stage’s card or a line may be elsewhere while the other side removes it: nobody misses that, once it is gone. */
const isMoot = ({ kind, place }: Change, others: Change[], conflicts: Conflict[]): boolean =>
  kind === 'laid-out' &&
  others.some(
    (other) =>
      other.kind === 'removed' &&
      other.place.kind === place.kind &&
      other.place.id === place.id &&
      !conflicts.some(({ changes }) => isAmong(other, [...changes.ours, ...changes.theirs])),
  )

type Orders = Map<string, string[]>

const nameOf = ({ place, path }: Conflict) => `${place.kind} ${place.id} ${path?.join('.')}`

function ordersOf(model: ProcessModel): Orders {
  const { chain, stages, objectionTypes } = model
  const listsIn = (owner: string, lists: object): [string, string[]][] =>
    Object.entries(lists).flatMap(([name, items]: [string, unknown]) =>
      Array.isArray(items) ? [[`${owner} ${name}`, items.map(({ id }: { id: string }) => id)]] : [],
    )
  return new Map([
    ...listsIn('model model', model),
    ...listsIn('model model', Object.fromEntries(Object.entries(chain).map(([name, list]) => [`chain.${name}`, list]))),
    ...stages.flatMap(({ id, ...stage }) => listsIn(`stage ${id}`, stage)),
    ...objectionTypes.flatMap(({ id, support }) => listsIn(`objection-type ${id}`, { support })),
  ])
}

/** Whether two things stand in a list as none who put them otherwise than the base has them, or else as the base has not. */
function isAgainst(one: string, other: string, base: string[], sides: string[][]): boolean {
  const stand = (list: string[]) =>
    list.includes(one) && list.includes(other) ? Math.sign(list.indexOf(other) - list.indexOf(one)) : 0
  const votes = sides.map(stand).filter((vote) => vote !== 0 && vote !== stand(base))
  return (votes.length > 0 ? votes : [stand(base)]).some((vote) => vote < 0)
}
