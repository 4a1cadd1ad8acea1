import { createContext, useContext } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'
import type { Place, ProcessModel } from '#engine'
import { begin, type History, merge, redo, take, undo } from '../commands/history.ts'

export type Edit = (model: ProcessModel) => ProcessModel

/** A drawing at work. The model is the only truth; everything on the screen is derived from it. */
export type Drawing = {
  history: History<ProcessModel>
  /** All that is chosen, to be moved, copied or removed at once. */
  chosen: readonly Place[]
  /** The only thing that is chosen: it is shown as a form. */
  selected: Place | undefined
  /** What has just been drawn, and waits for its name. */
  fresh: Place | undefined
  /** What is being given a name on the map itself. */
  naming: Place | undefined
  /** Ids of the stages of which only the name is shown. */
  folded: ReadonlySet<string>
  /** Whether a drag on the canvas makes room. */
  spacing: boolean
  /** Bumped where a place is to be brought into view. */
  turn: number
  /** Edits that carry the same `typing` one after another are one step of undo. */
  run(edit: Edit, typing?: string): void
  /** What somebody else saved. Undo does not go back beyond it, or it would take back what is not one's own. */
  follow(model: ProcessModel): void
  undo(): void
  redo(): void
  select(place: Place | undefined): void
  choose(change: (before: readonly Place[]) => readonly Place[]): void
  name(place: Place | undefined): void
  show(place: Place): void
  /** Shows something to be named on the map, or with undefined ends that. */
  nameInPlace(place: Place | undefined): void
  fold(stages: readonly string[]): void
  space(on: boolean): void
}
export type DrawingStore = StoreApi<Drawing>

export function createDrawing(model: ProcessModel, folded: ReadonlySet<string> = new Set()): DrawingStore {
  let typed: string | undefined
  return createStore<Drawing>((set) => ({
    history: begin(model),
    chosen: [],
    selected: undefined,
    fresh: undefined,
    naming: undefined,
    folded,
    spacing: false,
    turn: 0,
    run: (edit, typing) =>
      set(({ history }) => {
        const isMore = typing !== undefined && typing === typed
        const next = isMore ? merge(history, edit(history.present)) : take(history, edit(history.present))
        if (next !== history) typed = typing
        return { history: next }
      }),
    follow: (model) => {
      typed = undefined
      set({ history: begin(model) })
    },
    undo: () => {
      typed = undefined
      set(({ history }) => ({ history: undo(history) }))
    },
    redo: () => {
      typed = undefined
      set(({ history }) => ({ history: redo(history) }))
    },
    select: (place) => {
      typed = undefined
      set({ ...choice(place), fresh: undefined })
    },
    choose: (change) => {
      typed = undefined
      set(({ chosen: before }) => {
        const chosen = change(before)
        return { chosen, selected: chosen.length === 1 ? chosen[0] : undefined, fresh: undefined, naming: undefined }
      })
    },
    name: (place) => set({ ...choice(place), fresh: place }),
    show: (place) => set(({ turn }) => ({ ...choice(place), fresh: undefined, turn: turn + 1 })),
    nameInPlace: (place) => {
      typed = undefined
      set(({ turn }) =>
        place ? { ...choice(place), fresh: undefined, turn: turn + 1, naming: place } : { naming: undefined },
      )
    },
    space: (spacing) => set({ spacing }),
    fold: (stages) => set(({ folded }) => ({ folded: toggled(folded, stages) })),
  }))
}

/** Folds what is open and opens what is folded; of several, opens them only where all are folded. */
function toggled(folded: ReadonlySet<string>, stages: readonly string[]): ReadonlySet<string> {
  const areFolded = stages.every((id) => folded.has(id))
  const others = [...folded].filter((id) => !stages.includes(id))
  return new Set(areFolded ? others : [...others, ...stages])
}

const choice = (place: Place | undefined): Pick<Drawing, 'chosen' | 'selected' | 'naming'> => ({
  chosen: place ? [place] : [],
  selected: place,
  naming: undefined,
})

/** With `base`, the drawing rests on one: what it does otherwise is its own. */
type DrawingAtWork = { store: DrawingStore; readOnly: boolean; base?: ProcessModel | undefined }

const DrawingContext = createContext<DrawingAtWork | undefined>(undefined)
export const DrawingProvider = DrawingContext.Provider

function useDrawingContext() {
  const context = useContext(DrawingContext)
  if (!context) throw new Error('A part of the designer is used outside of the designer')
  return context
}

export function useDrawing<Part>(part: (drawing: Drawing) => Part): Part {
  return useStore(useDrawingContext().store, part)
}
export const useModel = (): ProcessModel => useDrawing(({ history }) => history.present)
export const useReadOnly = (): boolean => useDrawingContext().readOnly
export const useBase = (): ProcessModel | undefined => useDrawingContext().base
