import type { Place, Position, ProcessModel } from '#engine'
import { type Arrangement, arranged } from '../commands/arrange.ts'
import { clipOf, clipText, type NoClip, readClip } from '../commands/clip.ts'
import { type Room, withRoom } from '../commands/make-room.ts'
import { shiftPlaces } from '../commands/order.ts'
import { paste } from '../commands/paste.ts'
import { removePlaces } from '../commands/remove-places.ts'
import { renamePlace } from '../commands/rename-place.ts'
import { moveStages } from '../commands/stage-commands.ts'
import { withBend } from '../commands/with-bend.ts'
import { stageBoxes } from '../map/stage-boxes.ts'
import { type Addition, newNote, newStage, newStageAfter, newStageOn, withTransition } from './additions.ts'
import type { DrawingStore } from './drawing-store.ts'

/** Why nothing was pasted. */
export type NotPasted = NoClip | { why: 'no-stage' }

/** What a hand does to all that is chosen in a drawing. Each is one step of undo. */
export type Hand = {
  /** What is chosen, as a text that can be pasted; undefined where nothing is that can be copied. */
  copy(): string | undefined
  cut(): string | undefined
  /** Draws what a text holds, and chooses it. Parts go into the stage that is selected. */
  paste(text: string, at?: Position): NotPasted | undefined
  duplicate(): void
  remove(): void
  chooseStages(): void
  arrange(how: Arrangement): void
  /** Moves all that is chosen one place up (minus one) or down in the order of its like. */
  shift(by: -1 | 1): void
  rename(place: Place, name: string): void
  /** Draws something new, selects it, and waits for its name. */
  draw(adds: (model: ProcessModel) => Addition): void
  /** Draws a stage, and waits for its name: in the transition that is selected, else after the stage that was chosen last. */
  addStage(name: string): void
  addNote(): void
  /** Makes room before the stage or note that is chosen, or with less than none takes it: all from there on moves. */
  makeRoom(axis: Room['axis'], by: number): void
  /** Bends the line that is chosen in the middle of its longest stretch; answers with the line and which bend it is. */
  bend(): { transition: string; at: number } | undefined
  /** Connects the two stages that are chosen; where there is one, asks for the other. */
  connect(ask: () => void): void
}

/** The stages that are chosen, themselves or something of them. */
export const stagesOf = (chosen: readonly Place[]): string[] =>
  chosen.flatMap(({ kind, id, stage }) => (kind === 'stage' ? id : (stage ?? [])))

export function createHand(store: DrawingStore): Hand {
  const now = () => {
    const { history, ...drawing } = store.getState()
    return { ...drawing, model: history.present }
  }
  function copy() {
    const { model, chosen } = now()
    const clip = clipOf(model, chosen)
    return clip && clipText(clip)
  }
  function remove() {
    const { chosen, run, select } = now()
    run((model) => removePlaces(model, chosen))
    select(undefined)
  }
  function draw(adds: (model: ProcessModel) => Addition) {
    const { model, run, show, name } = now()
    const added = adds(model)
    run(() => added.model)
    show(added.place)
    name(added.place)
  }
  return {
    copy,
    remove,
    cut() {
      const text = copy()
      if (text !== undefined) remove()
      return text
    },
    paste(text, at) {
      const { model, selected, run, choose, show } = now()
      const clip = readClip(text)
      if ('why' in clip) return clip
      const into = selected?.kind === 'stage' ? selected.id : selected?.stage
      const done = paste(model, clip, { into, at })
      if (!done) return { why: 'no-stage' }
      run(() => done.model)
      const [first] = done.places
      if (first) show(first)
      choose(() => done.places)
      return undefined
    },
    duplicate() {
      const { model, chosen, run, choose } = now()
      const clip = clipOf(model, chosen)
      const done = clip && paste(model, clip)
      if (!done) return
      run(() => done.model)
      choose(() => done.places)
    },
    chooseStages() {
      const { model, choose } = now()
      choose(() => model.stages.map(({ id }) => ({ kind: 'stage', id })))
    },
    draw,
    shift(by) {
      const { chosen, run } = now()
      run((model) => shiftPlaces(model, chosen, by))
    },
    rename: (place, name) => now().run((model) => renamePlace(model, place, name)),
    addStage(name) {
      const { chosen, selected } = now()
      const after = stagesOf(chosen).at(-1)
      if (selected?.kind === 'transition') draw((model) => newStageOn(model, selected.id, name))
      else draw((model) => (after === undefined ? newStage(model, name) : newStageAfter(model, after, name)))
    },
    connect(ask) {
      const { chosen, run } = now()
      const [from, to, ...others] = stagesOf(chosen)
      if (from === undefined || others.length > 0) return
      if (to === undefined) ask()
      else run((model) => withTransition(model, from, to))
    },
    addNote: () => draw((model) => newNote(model)),
    makeRoom(axis, by) {
      const { model, chosen, run } = now()
      const boxes = stageBoxes(model)
      const froms = chosen.flatMap(({ kind, id, stage }) => {
        const at = kind === 'note' ? model.notes.find((one) => one.id === id)?.at : boxes.get(stage ?? id)
        return at ? [at[axis]] : []
      })
      if (froms.length > 0) run((drawn) => withRoom(drawn, boxes, { axis, from: Math.min(...froms), by }))
    },
    bend() {
      const { model, selected, run } = now()
      const bent = selected?.kind === 'transition' ? withBend(model, selected.id) : undefined
      if (!bent || !selected) return undefined
      run(() => bent.model)
      return { transition: selected.id, at: bent.at }
    },
    arrange(how) {
      const { chosen, run } = now()
      run((model) => {
        const boxes = [...stageBoxes(model)].filter(([id]) =>
          chosen.some((one) => one.kind === 'stage' && one.id === id),
        )
        const places = arranged(new Map(boxes), how)
        return Object.keys(places).length > 0 ? moveStages(model, places) : model
      })
    },
  }
}
