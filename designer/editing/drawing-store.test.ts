import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyModel, type Place, type ProcessModel, processModelSchema } from '#engine'
import { type Arrangement, alignments, arranged, distributions } from '../commands/arrange.ts'
import { clipOf } from '../commands/clip.ts'
import { paste } from '../commands/paste.ts'
import { removePlaces } from '../commands/remove-places.ts'
import { moveNotes, moveStages } from '../commands/stage-commands.ts'
import { stageBoxes } from '../map/stage-boxes.ts'
import { newLoose, newNote, newPart, newStage, newStageAfter, withTransition } from './additions.ts'
import { createDrawing, type Edit } from './drawing-store.ts'

const pick = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % Math.max(items.length, 1)]

function placesIn({ stages, transitions, chain, departments, objectionTypes, notes }: ProcessModel): Place[] {
  const at = (kind: Place['kind'], items: readonly { id: string }[]): Place[] => items.map(({ id }) => ({ kind, id }))
  return [
    ...at('stage', stages),
    ...at('transition', transitions),
    ...at('layer', chain.layers),
    ...at('role', chain.roles),
    ...at('department', departments),
    ...at('objection-type', objectionTypes),
    ...at('note', notes),
    ...stages.flatMap(({ id: stage, elements }) => at('element', elements).map((place) => ({ ...place, stage }))),
  ]
}

const loose = [
  'layer',
  'specialist',
  'role',
  'style',
  'department',
  'objection-type',
  'attribute',
  'threshold',
] as const
const parts = ['element', 'commitment', 'action', 'support'] as const
const number = fc.nat({ max: 50 })

/** Any edit that a hand can make, on whatever the drawing then holds. */
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  number.map(
    (n): Edit =>
      (model) =>
        newStage(model, `Stage ${n}`).model,
  ),
  number.map(
    (n): Edit =>
      (model) => {
        const before = pick(model.stages, n)
        return before ? newStageAfter(model, before.id, `After ${n}`).model : model
      },
  ),
  fc.tuple(number, fc.constantFrom(...parts)).map(
    ([n, kind]): Edit =>
      (model) => {
        const stage = pick(model.stages, n)
        return stage ? newPart(model, stage.id, kind, `Part ${n}`).model : model
      },
  ),
  fc.tuple(number, fc.constantFrom(...loose)).map(
    ([n, kind]): Edit =>
      (model) =>
        newLoose(model, kind, `${kind} ${n}`).model,
  ),
  fc.tuple(number, number).map(
    ([from, to]): Edit =>
      (model) => {
        const [first, second] = [pick(model.stages, from), pick(model.stages, to)]
        return first && second ? withTransition(model, first.id, second.id) : model
      },
  ),
  fc.tuple(number, number).map(
    ([n, x]): Edit =>
      (model) => {
        const stage = pick(model.stages, n)
        return stage ? moveStages(model, { [stage.id]: { x, y: 0 } }) : model
      },
  ),
  number.map(
    (n): Edit =>
      (model) => {
        const place = pick(placesIn(model), n)
        return place ? removePlaces(model, [place]) : model
      },
  ),
  fc.tuple(number, number).map(
    ([n, to]): Edit =>
      (model) => {
        const places = placesIn(model).filter((_, at) => at % 7 === n % 7)
        const clip = clipOf(model, places)
        return (clip && paste(model, clip, { into: pick(model.stages, to)?.id })?.model) ?? model
      },
  ),
  number.map(
    (x): Edit =>
      (model) =>
        newNote(moveNotes(model, { note: { x, y: 0 } }), { x: 0, y: x }).model,
  ),
  fc.constantFrom<Arrangement>(...alignments, ...distributions).map(
    (how): Edit =>
      (model) =>
        moveStages(model, arranged(stageBoxes(model), how)),
  ),
)

describe('a drawing', () => {
  it('is what the schema accepts after any edits, undone and redone to the letter', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 40 }), (edits) => {
        const store = createDrawing(emptyModel('Plants'))
        const present = () => store.getState().history.present
        const seen = [present()]
        for (const edit of edits) {
          store.getState().run(edit)
          if (present() !== seen.at(-1)) seen.push(present())
        }
        expect(processModelSchema.parse(present())).toEqual(present())
        for (const model of seen.toReversed().slice(1)) {
          store.getState().undo()
          expect(present()).toBe(model)
        }
        for (const model of seen.slice(1)) {
          store.getState().redo()
          expect(present()).toBe(model)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('takes back all that was typed into one field with one undo', () => {
    const store = createDrawing(emptyModel('Plants'))
    for (const name of ['P', 'Po', 'Pow', 'Power']) store.getState().run((model) => ({ ...model, name }), 'model.name')
    store.getState().undo()
    expect(store.getState().history.present.name).toBe('Plants')
    store.getState().redo()
    expect(store.getState().history.present.name).toBe('Power')
  })

  it('counts typing in the same field as another step once something else was selected', () => {
    const store = createDrawing(emptyModel('Plants'))
    store.getState().run((model) => ({ ...model, name: 'Power' }), 'model.name')
    store.getState().select({ kind: 'model', id: 'model' })
    store.getState().run((model) => ({ ...model, name: 'Power plants' }), 'model.name')
    store.getState().undo()
    expect(store.getState().history.present.name).toBe('Power')
  })
})

describe('what is added', () => {
  it('stands to the right of what it follows, connected, where no card stands yet', () => {
    const first = newStage(emptyModel('Plants'), 'Need')
    const second = newStageAfter(first.model, first.place.id, 'Budget')
    const third = newStageAfter(second.model, first.place.id, 'Tender')
    const { layout, transitions } = third.model
    expect(layout[second.place.id]?.x).toBeGreaterThan(layout[first.place.id]?.x ?? 0)
    expect(layout[third.place.id]).not.toEqual(layout[second.place.id])
    expect(transitions.map(({ from, to }) => [from, to])).toEqual([
      ['need', 'budget'],
      ['need', 'tender'],
    ])
  })

  it('joins the layer that is selected', () => {
    const { model, place } = newLoose(emptyModel('Plants'), 'layer', 'Board')
    expect(newLoose(model, 'role', 'Chair', place).model.chain.roles[0]?.layer).toBe(place.id)
  })

  it('calls the only department there is', () => {
    const stage = newStage(newLoose(emptyModel('Plants'), 'department', 'Legal').model, 'Need')
    const { model } = newPart(stage.model, stage.place.id, 'support', 'Review')
    expect(model.stages[0]?.support[0]?.department).toBe('legal')
  })
})
