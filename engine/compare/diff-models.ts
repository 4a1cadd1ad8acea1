import { canonicalJson } from '../canonical-json.ts'
import type { Place } from '../check/finding.ts'
import type { ProcessModel } from '../model/process-model.ts'
import type { Change, Seat } from './change.ts'
import { keyOf, listKeyOf, listsOf, type Outline, outlineOf, type Thing } from './outline.ts'

/**
 * What differs between two drawings. Things are the same by their kind and id, whatever they are called and wherever they
 * stand. First what is there in `after`, as it is drawn; then what is gone; then orders; last the canvas.
 * @throws DomainError MODEL_HAS_ERRORS where two things of one kind in a drawing have the same id.
 */
export function diffModels(before: ProcessModel, after: ProcessModel): Change[] {
  return diffOutlines(outlineOf(before), outlineOf(after))
}

export function diffOutlines(old: Outline, young: Outline): Change[] {
  return [
    ...[...young.things.values()].flatMap((thing) => {
      const was = old.things.get(keyOf(thing.place))
      return was ? [...moved(old, was, young, thing), ...changed(was, thing)] : [added(young, thing)]
    }),
    ...[...old.things.values()]
      .filter(({ place }) => !young.things.has(keyOf(place)))
      .map((thing) => removed(old, thing)),
    ...[...young.things.values()].flatMap(({ place }) => reordered(old, young, place)),
    ...laidOut(old.layout, young.layout),
  ]
}

const added = (young: Outline, thing: Thing): Change => ({
  kind: 'added',
  place: thing.place,
  to: seatOf(young, thing),
  after: thing.members,
})

const removed = (old: Outline, thing: Thing): Change => ({
  kind: 'removed',
  place: thing.place,
  from: seatOf(old, thing),
  before: thing.members,
})

function moved(old: Outline, was: Thing, young: Outline, thing: Thing): Change[] {
  if (keyOf(was.in) === keyOf(thing.in)) return []
  return [{ kind: 'moved', place: thing.place, from: seatOf(old, was), to: seatOf(young, thing) }]
}

function changed({ members: old }: Thing, { place, members: young }: Thing): Change[] {
  const paths = [...new Set([...Object.keys(young), ...Object.keys(old)])]
  return paths
    .filter((path) => !isEqual(old[path], young[path]))
    .map((path) => ({ kind: 'changed', place, path: path.split('.'), ...sides(old[path], young[path]) }))
}

/** A list whose things stand in another order than before, apart from those that came or went. */
function reordered(old: Outline, young: Outline, place: Place): Change[] {
  return listsOf(place).flatMap(([of, path]): Change[] => {
    const was = old.orders.get(listKeyOf(place, of)) ?? []
    const is = young.orders.get(listKeyOf(place, of)) ?? []
    const before = was.filter((id) => is.includes(id))
    const after = is.filter((id) => was.includes(id))
    return isEqual(before, after) ? [] : [{ kind: 'reordered', place, path: [...path], of, before, after }]
  })
}

function laidOut(old: Outline['layout'], young: Outline['layout']): Change[] {
  return [...new Map([...young, ...old])]
    .filter(([key]) => !isEqual(old.get(key)?.at, young.get(key)?.at))
    .map(([key, { place }]) => ({ kind: 'laid-out', place, ...sides(old.get(key)?.at, young.get(key)?.at) }))
}

function seatOf({ orders }: Outline, { place, in: owner }: Thing): Seat {
  const list = orders.get(listKeyOf(owner, place.kind)) ?? []
  const after = list[list.indexOf(place.id) - 1]
  return { in: owner, ...(after !== undefined && { after }) }
}

const sides = <Value>(before: Value, after: Value) => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
})

export const isEqual = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other)
