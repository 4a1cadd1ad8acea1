import type { Place } from '#engine'

/** How a thing that is drawn differs from another drawing; of one that rests on a base, what it has of its own. */
export const markKinds = ['added', 'changed', 'removed', 'own'] as const
export type Mark = (typeof markKinds)[number]

/** Marks of what is drawn, by its key. */
export type Marks = ReadonlyMap<string, Mark>

/** Ids are unique within a kind. */
export const markKey = ({ kind, id }: Place): string => `${kind} ${id}`

export const noMarks: Marks = new Map()

export const markOf = (marks: Marks, place: Place | undefined): Mark | undefined => place && marks.get(markKey(place))

/** The class that draws a mark; empty where there is none. What is one’s own is there to stay, and marked quietly. */
export function markClass(mark: Mark | undefined): string {
  if (!mark) return ''
  return mark === 'own' ? 'is-own' : `marked is-${mark}`
}
