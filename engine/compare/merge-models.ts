import type { Place } from '../check/finding.ts'
import type { ProcessModel } from '../model/process-model.ts'
import { changedThings } from './apply-changes.ts'
import type { Change } from './change.ts'
import { type Changes, clashesOf, essenceOf, withoutMoot } from './clashes.ts'
import type { Conflict, Side } from './conflict.ts'
import { diffOutlines } from './diff-models.ts'
import { mergedOrder, woven } from './merged-order.ts'
import { contentOf, keyOf, listKeyOf, lists, listsOf, modelOf, type Outline, outlineOf } from './outline.ts'

/** A drawing with all that two sides changed, but for the conflicts: there it is as the base has it. */
export type Merge = { model: ProcessModel; conflicts: Conflict[] }

type Sides = Record<Side | 'base', Outline>

/**
 * Brings together what two sides made of one base. Every change of either side is in the merged drawing or in a conflict;
 * nothing else is. The sides can be swapped. That the changes of two sides make sense together is for the checks to say.
 * @throws DomainError MODEL_HAS_ERRORS where two things of one kind in a drawing have the same id.
 */
export function mergeModels(base: ProcessModel, ours: ProcessModel, theirs: ProcessModel): Merge {
  const sides: Sides = { base: outlineOf(base), ours: outlineOf(ours), theirs: outlineOf(theirs) }
  const changes: Changes = {
    ours: diffOutlines(sides.base, sides.ours),
    theirs: diffOutlines(sides.base, sides.theirs),
  }
  const clashes = clashesOf(changes)
  const merged = changedThings(sides.base, changesToMake(changes, clashes))
  const reordering = mergeOrders(merged, sides)
  return {
    model: modelOf(merged),
    conflicts: [...clashes.map((clash) => conflictOf(clash, sides, merged)), ...reordering],
  }
}

function changesToMake({ ours, theirs }: Changes, clashes: readonly Changes[]): Change[] {
  const left = new Set(clashes.flatMap((clash) => [...clash.ours, ...clash.theirs]))
  const making = [...withoutMoot(ours, theirs), ...withoutMoot(theirs, ours)].filter((change) => !left.has(change))
  return [...new Map(making.map((change) => [essenceOf(change), change])).values()]
}

/** Puts the lists of a merged drawing in order, and tells those on which the sides contradict each other. */
function mergeOrders(merged: Outline, { base, ours, theirs }: Sides): Conflict[] {
  const kept = idsByList(merged)
  merged.orders = new Map()
  return [...merged.things.values()].flatMap(({ place }) =>
    listsOf(place).flatMap(([of, path]): Conflict[] => {
      const list = listKeyOf(place, of)
      const ids = kept.get(list) ?? new Set()
      const orderIn = ({ orders }: Outline) => orders.get(list) ?? []
      const [was, our, their] = [orderIn(base), orderIn(ours), orderIn(theirs)]
      const order = mergedOrder(ids, was, our, their)
      const standing = order ?? woven(was, our, their).filter((id) => ids.has(id))
      merged.orders.set(list, standing)
      if (order) return []
      const reordered = (side: string[]): Change[] => {
        const after = woven(
          side.filter((id) => ids.has(id)),
          standing,
        )
        return [{ kind: 'reordered', place, path: [...path], of, before: standing, after }]
      }
      const changes = { ours: reordered(our), theirs: reordered(their) }
      return [{ place, path: [...path], base: was, ours: our, theirs: their, changes }]
    }),
  )
}

function idsByList({ things }: Outline): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>()
  for (const { place, in: owner } of things.values()) {
    const list = listKeyOf(owner, place.kind)
    ids.set(list, (ids.get(list) ?? new Set()).add(place.id))
  }
  return ids
}

function conflictOf(changes: Changes, sides: Sides, merged: Outline): Conflict {
  const all = [...changes.ours, ...changes.theirs]
  const places = new Map(all.map(({ place }) => [keyOf(place), place]))
  const [place] = [...places.values()].sort(byDepth) as [Place]
  const aspects = new Set(all.map((change) => aspectOf(change).join('.')))
  const path = places.size === 1 && aspects.size === 1 ? aspectOf(all[0] as Change) : []
  return {
    place,
    ...(path.length > 0 && { path }),
    ...valued('base', valueAt(sides.base, place, path)),
    ...valued('ours', valueAt(sides.ours, place, path)),
    ...valued('theirs', valueAt(sides.theirs, place, path)),
    changes: {
      ours: changes.ours.map((change) => anchored(change, changes.ours, sides.ours, merged)),
      theirs: changes.theirs.map((change) => anchored(change, changes.theirs, sides.theirs, merged)),
    },
  }
}

const valued = <Name extends string>(name: Name, value: unknown) => (value === undefined ? {} : { [name]: value })

/** A stage before its parts. */
function byDepth(one: Place, other: Place): number {
  const isPart = ({ kind }: Place) => Number(kind !== 'model' && !lists.model?.[kind])
  return isPart(one) - isPart(other) || (keyOf(one) < keyOf(other) ? -1 : 1)
}

/** What of a thing a change is about; nothing where it is about the whole of it. */
function aspectOf(change: Change): string[] {
  if (change.kind === 'changed') return change.path
  if (change.kind === 'moved') return ['in']
  return change.kind === 'laid-out' ? ['layout'] : []
}

function valueAt(outline: Outline, place: Place, path: readonly string[]): unknown {
  const [name = '', ...rest] = path
  if (name === '') return contentOf(outline, place)
  if (name === 'layout') return outline.layout.get(keyOf(place))?.at
  const thing = outline.things.get(keyOf(place))
  return name === 'in' ? thing?.in : thing?.members[[name, ...rest].join('.')]
}

/** A change whose thing follows what it follows on its side, as far as that will be there when the change is made. */
function anchored(change: Change, together: readonly Change[], side: Outline, merged: Outline): Change {
  if (!('to' in change)) return change
  const { in: owner } = change.to
  const list = listKeyOf(owner, change.place.kind)
  const there = new Set(merged.orders.get(list))
  for (const { kind, place } of together) if (kind === 'added' || kind === 'moved') there.add(place.id)
  const ids = side.orders.get(list) ?? []
  const after = ids.slice(0, ids.indexOf(change.place.id)).findLast((id) => there.has(id))
  return { ...change, to: { in: owner, ...(after !== undefined && { after }) } }
}
