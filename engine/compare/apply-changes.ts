import { z } from 'zod'
import type { Place } from '../check/finding.ts'
import { DomainError } from '../domain-error.ts'
import { type ProcessModel, processModelSchema } from '../model/process-model.ts'
import type { Change } from './change.ts'
import { isEqual } from './diff-models.ts'
import { type Kind, keyOf, listKeyOf, modelOf, type Outline, outlineOf, placeIn, type Thing } from './outline.ts'

/**
 * A drawing with changes made to it: `applyChanges(a, diffModels(a, b))` is `b`. What was to follow something that is not
 * there comes last in its list.
 * @throws DomainError CHANGES_DO_NOT_FIT where a change is about something that is not as the change found it, and
 * MODEL_INVALID where what comes of the changes is no drawing.
 */
export function applyChanges(before: ProcessModel, changes: readonly Change[]): ProcessModel {
  const outline = outlineOf(before)
  const changed = changedThings(outline, changes)
  const made = modelOf({ ...changed, orders: ordersOf(changed, changedOrders(outline, changes)) })
  const drawing = processModelSchema.safeParse(made)
  if (drawing.success) return drawing.data
  throw new DomainError(
    'MODEL_INVALID',
    `What the changes make is no drawing: ${z.prettifyError(drawing.error)}. Compare the drawings again.`,
  )
}

/** The things and the canvas with changes made to them; the orders are as they were. */
export function changedThings(outline: Outline, changes: readonly Change[]): Outline {
  const things = new Map(outline.things)
  const layout = new Map(outline.layout)
  for (const change of changes) {
    const key = keyOf(change.place)
    switch (change.kind) {
      case 'added':
        insist(!things.has(key), change.place)
        things.set(key, { place: change.place, in: change.to.in, members: change.after })
        break
      case 'removed':
        insist(isAs(things.get(key), change.before), change.place)
        things.delete(key)
        break
      case 'moved':
        things.set(key, moved(things.get(key), change))
        break
      case 'changed':
        things.set(key, changed(things.get(key), change))
        break
      case 'laid-out':
        insist(isEqual(layout.get(key)?.at, change.before), change.place)
        if (change.after) layout.set(key, { place: change.place, at: change.after })
        else layout.delete(key)
        break
    }
  }
  for (const { place, in: owner } of things.values()) insist(things.has(keyOf(owner)), place)
  return { things, layout, orders: outline.orders }
}

/** The order of every list, of the things that stand in it. */
export function ordersOf({ things }: Outline, orders: ReadonlyMap<string, string[]>): Map<string, string[]> {
  return new Map(
    [...orders].map(([list, ids]) => {
      const kind = list.slice(list.lastIndexOf('/') + 1) as Kind
      return [list, ids.filter((id) => isIn(things.get(keyOf({ kind, id })), list))]
    }),
  )
}

const isIn = (thing: Thing | undefined, list: string): boolean =>
  thing !== undefined && listKeyOf(thing.in, thing.place.kind) === list

/** What is gone keeps its turn until everything else has found its own. */
function changedOrders({ orders: before }: Outline, changes: readonly Change[]): Map<string, string[]> {
  const orders = new Map(before)
  const inList = (list: string) => orders.get(list) ?? []
  for (const change of changes)
    if (change.kind === 'reordered') {
      const list = listKeyOf(change.place, change.of)
      orders.set(list, arranged(inList(list), change.after))
    }
  for (const { kind, place, ...change } of changes)
    if ((kind === 'added' || kind === 'moved') && 'to' in change) {
      const list = listKeyOf(change.to.in, place.kind)
      orders.set(list, following(inList(list), place.id, change.to.after))
    }
  return orders
}

/** A list in another order. What the order does not name stays behind what it stood behind. */
function arranged(ids: readonly string[], order: readonly string[]): string[] {
  const named = new Set(order)
  const groups = new Map<string | undefined, string[]>([[undefined, []]])
  let last: string | undefined
  for (const id of ids) {
    if (named.has(id)) last = id
    groups.set(last, [...(groups.get(last) ?? []), id])
  }
  return [undefined, ...order].flatMap((id) => groups.get(id) ?? [])
}

export function following(ids: readonly string[], id: string, after: string | undefined): string[] {
  const others = ids.filter((other) => other !== id)
  if (after === undefined) return [id, ...others]
  const found = others.indexOf(after)
  return others.toSpliced(found < 0 ? others.length : found + 1, 0, id)
}

function moved(thing: Thing | undefined, { place, from, to }: Extract<Change, { kind: 'moved' }>): Thing {
  if (!thing || keyOf(thing.in) !== keyOf(from.in)) return doesNotFit(place)
  return { ...thing, in: to.in, place: placeIn(to.in, place.kind, place.id) }
}

function changed(
  thing: Thing | undefined,
  { place, path, before, after }: Extract<Change, { kind: 'changed' }>,
): Thing {
  const name = path.join('.')
  if (!thing || !isEqual(thing.members[name], before)) return doesNotFit(place)
  const { [name]: _, ...others } = thing.members
  return { ...thing, members: after === undefined ? others : { ...others, [name]: after } }
}

/** Members that a drawing got from a later release do not matter. */
const isAs = (thing: Thing | undefined, before: Thing['members']): boolean =>
  thing !== undefined && Object.entries(before).every(([path, value]) => isEqual(thing.members[path], value))

function insist(fits: boolean, place: Place): void {
  if (!fits) doesNotFit(place)
}

function doesNotFit({ kind, id }: Place): never {
  throw new DomainError(
    'CHANGES_DO_NOT_FIT',
    `The changes were made on another drawing: the ${kind} “${id}” is not as they found it. Compare with the drawing of now, and make the changes again.`,
    { kind, id },
  )
}
