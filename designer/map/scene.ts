import { createContext, useContext } from 'react'
import type { ChainRisks, Finding, Place, Position, ProcessModel } from '#engine'
import type { Room } from '../commands/make-room.ts'
import type { Telling } from './condition-sentence.ts'
import type { Box } from './geometry.ts'
import type { Marks } from './marks.ts'

/** What a drawing hand can do on the map. Without it, the map is read only. */
export type MapEditing = {
  choose(change: (before: readonly Place[]) => readonly Place[]): void
  /** Where stages and notes were moved to, by id. */
  move(moved: { stages: Record<string, Position>; notes: Record<string, Position> }): void
  connect(from: string, to: string): void
  /** Leads a line through these points. What carries the same `typing` one after another is one step. */
  lead(transition: string, points: readonly Position[], typing?: string): void
  /** Room is being made: a drag on the canvas moves all that stands beyond it. */
  spacing: boolean
  space(on: boolean): void
  /** `boxes` is where the cards of the stages are drawn. */
  makeRoom(room: Room, boxes: ReadonlyMap<string, Box>): void
  remove(places: Place[]): void
  addStage(at: Position): void
  addStageAfter(stage: string): void
  /** What is being given a name on the map itself. */
  naming: Place | undefined
  /** Begins to name something on the map, or with undefined ends it. */
  nameInPlace(place: Place | undefined): void
  rename(place: Place, text: string): void
}

/** Ids of the stages of which only the name is shown. */
export type Folding = { folded: ReadonlySet<string>; fold(stages: readonly string[]): void }

/** What every node and edge of a map needs beside its own data. */
export type Scene = {
  model: ProcessModel
  telling: Telling
  findings: ReadonlyMap<string, readonly Finding[]>
  /** On a deal: the layers that nobody can sign, and who alone could stop it. */
  risks: ChainRisks | undefined
  /** How what is drawn differs from another drawing, where the map shows two. */
  marks: Marks
  selected: Place | undefined
  select: ((place: Place) => void) | undefined
  /** The role that is pointed at: what it gives is lit on the cards. */
  lit: string | undefined
  light(role: string | undefined): void
  editing: MapEditing | undefined
  folding: Folding | undefined
}

const SceneContext = createContext<Scene | undefined>(undefined)
export const SceneProvider = SceneContext.Provider

export function useScene(): Scene {
  const scene = useContext(SceneContext)
  if (!scene) throw new Error('A node of the map is drawn outside of the map')
  return scene
}

/** The words of the map. The library's own hook copies all of i18next, which a thousand cards would do ten times each. */
export const useWords = (): Telling['t'] => useScene().telling.t

export const isSame = (a: Place | undefined, b: Place): boolean => a?.kind === b.kind && a.id === b.id
