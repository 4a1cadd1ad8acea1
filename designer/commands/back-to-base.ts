import { applyChanges, type Change, inverseOf, isLayout, type Overlay, type Place, type ProcessModel } from '#engine'
import { removePlaces } from './remove-places.ts'

/** One thing that a model does otherwise than its base. What was added or removed has its parts and its lines with it. */
export type OverlayEntry = { change: Change; parts: Change[] }

/**
 * An overlay thing by thing, in its order. What each drawing is called is its own affair, and where a stage stands on the
 * canvas goes with the stage.
 */
export function entriesOf(overlay: Overlay): OverlayEntry[] {
  const heads = overlay.filter((change) => change.kind === 'added' || change.kind === 'removed')
  const headOf = (change: Change) => heads.find((head) => isPartOf(change, head, heads))
  const parts = new Map<Change, Change[]>()
  for (const change of overlay) {
    const head = headOf(change)
    if (head) parts.set(head, [...(parts.get(head) ?? []), change])
  }
  return overlay
    .filter((change) => !isLayout(change) && !isNameOfAll(change) && !headOf(change))
    .map((change) => ({ change, parts: parts.get(change) ?? [] }))
}

/** A model in which one thing is as its base has it, as one edit. */
export function backToBase(model: ProcessModel, overlay: Overlay, entry: OverlayEntry): ProcessModel {
  const changes = [...withOrigin(entry, entriesOf(overlay))]
  const added = changes.filter(({ kind }) => kind === 'added')
  const others = changes.filter(({ kind }) => kind !== 'added')
  return removePlaces(
    applyChanges(model, others.map(inverseOf)),
    added.map(({ place }) => place),
  )
}

/** All that goes back together: what was moved out of a stage that is gone takes that stage along. */
function withOrigin({ change, parts }: OverlayEntry, entries: readonly OverlayEntry[]): Set<Change> {
  const together = new Set([change, ...parts])
  for (const one of together) {
    if (one.kind !== 'moved') continue
    const origin = entries.find((entry) => entry.change.kind === 'removed' && isSame(entry.change.place, one.from.in))
    for (const part of origin ? [origin.change, ...origin.parts] : []) together.add(part)
  }
  return together
}

function isPartOf(change: Change, head: Change, heads: readonly Change[]): boolean {
  if (change === head) return false
  if (change.kind === 'laid-out') return isSame(change.place, head.place)
  if (head.kind === 'added' && 'to' in change) return isSame(change.to.in, head.place) || isLineOf(change, head, heads)
  if (head.kind === 'removed' && change.kind === 'removed')
    return isSame(change.from.in, head.place) || isLineOf(change, head, heads)
  return false
}

/** A line that leads from or to a stage, and to or from one that both drawings have. */
function isLineOf(change: Change, { kind, place }: Change, heads: readonly Change[]): boolean {
  if (place.kind !== 'stage' || change.kind !== kind || change.place.kind !== 'transition') return false
  const { from, to } = change.kind === 'added' ? change.after : (change as Extract<Change, { kind: 'removed' }>).before
  if (from !== place.id && to !== place.id) return false
  const other = from === place.id ? to : from
  return (
    kind === 'added' ||
    !heads.some((head) => head.kind === kind && isSame(head.place, { kind: 'stage', id: String(other) }))
  )
}

const isSame = (one: Place, other: Place): boolean => one.kind === other.kind && one.id === other.id

const isNameOfAll = (change: Change): boolean =>
  change.kind === 'changed' && change.place.kind === 'model' && change.path.join() === 'name'
