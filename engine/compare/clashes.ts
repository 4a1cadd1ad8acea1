import { canonicalJson } from '../canonical-json.ts'
import type { Place } from '../check/finding.ts'
import type { Change } from './change.ts'
import type { Side } from './conflict.ts'
import { keyOf } from './outline.ts'

export type Changes = Record<Side, Change[]>

/** A change of one side, with what it is about, and what it goes into and comes out of. */
type Node = {
  side: Side
  change: Change
  key: string
  essence: string
  into?: string
  outOf?: string
  isMoot: boolean
}

/**
 * Groups of changes, made on two sides of one base, that cannot all be made. Each takes along what depends on it, so that
 * the drawing holds together without the group, and with either side of it. Orders of lists are not looked at.
 */
export function clashesOf(changes: Changes): Changes[] {
  const nodes = [...nodesOf('ours', changes.ours, changes.theirs), ...nodesOf('theirs', changes.theirs, changes.ours)]
  const near = neighbours(nodes)
  const clashing = nodes.filter((node) => near(node).some((other) => clash(node, other)))
  const caught = reach(clashing, near, pulls)
  const isTied = (one: Node, other: Node) =>
    caught.has(other) && (clash(one, other) || pulls(one, other) || pulls(other, one))
  const grouped = new Set<Node>()
  return nodes.flatMap((node) => {
    if (!caught.has(node) || grouped.has(node)) return []
    const group = reach([node], near, isTied)
    for (const one of group) grouped.add(one)
    const of = (side: Side) => nodes.filter((one) => one.side === side && group.has(one)).map(({ change }) => change)
    return [{ ours: of('ours'), theirs: of('theirs') }]
  })
}

/** Changes without those about where a stage stands on the canvas that the other side alone removes: nobody misses them. */
export const withoutMoot = (changes: Change[], others: readonly Change[]): Change[] =>
  changes.filter((change) => !isMoot(change, changes, others))

/** What a change comes to, whatever else its side did: equal for the same change made on both sides. */
export function essenceOf(change: Change): string {
  const { place, ...rest } = change
  const into = 'to' in change && { to: keyOf(change.to.in) }
  return canonicalJson({ ...rest, from: undefined, ...into, place: keyOf(place) })
}

const isMoot = (change: Change, own: readonly Change[], others: readonly Change[]): boolean =>
  change.kind === 'laid-out' && removes(others, change) && !removes(own, change)

const removes = (changes: readonly Change[], { place }: Change): boolean =>
  changes.some((change) => change.kind === 'removed' && keyOf(change.place) === keyOf(place))

const nodesOf = (side: Side, changes: readonly Change[], others: readonly Change[]): Node[] =>
  changes
    .filter(({ kind }) => kind !== 'reordered')
    .map((change) => ({
      side,
      change,
      key: keyOf(change.place),
      essence: essenceOf(change),
      isMoot: isMoot(change, changes, others),
      ...('to' in change && partOf('into', change.to.in)),
      ...('from' in change && partOf('outOf', change.from.in)),
    }))

/** Nothing removes the model itself. */
const partOf = (name: 'into' | 'outOf', place: Place) => (place.kind === 'model' ? {} : { [name]: keyOf(place) })

/** Whether two changes of two sides cannot both be made. */
function clash(one: Node, other: Node): boolean {
  if (one.side === other.side) return false
  if (losesItsPlace(one, other) || losesItsPlace(other, one)) return true
  if (one.key !== other.key || one.isMoot || other.isMoot) return false
  return isOverTheSame(one.change, other.change) && one.essence !== other.essence
}

/** Whether a change puts something into what the other removes. */
const losesItsPlace = ({ into }: Node, { change, key }: Node): boolean => change.kind === 'removed' && into === key

function isOverTheSame(one: Change, other: Change): boolean {
  if (one.kind === 'laid-out' || other.kind === 'laid-out') return one.kind === other.kind
  if (one.kind === 'changed' && other.kind === 'changed') return one.path.join('.') === other.path.join('.')
  return one.kind === other.kind || one.kind === 'removed' || other.kind === 'removed'
}

/** Whether a change that is left out takes the other along. */
function pulls({ side, change, key, essence, outOf }: Node, other: Node): boolean {
  if (side !== other.side) {
    if (key !== other.key) return false
    return essence === other.essence || (change.kind === 'removed' && other.isMoot)
  }
  if (change.kind === 'added' || change.kind === 'removed') {
    if (other.change.kind === 'laid-out' && other.key === key) return true
    if (change.kind === 'added' ? other.into === key : other.change.kind === 'removed' && other.outOf === key)
      return true
  }
  return outOf !== undefined && other.change.kind === 'removed' && other.key === outOf
}

/** All that is tied to some nodes, through whatever is in between. */
function reach(
  from: readonly Node[],
  near: (node: Node) => Node[],
  isTied: (one: Node, other: Node) => boolean,
): Set<Node> {
  const reached = new Set(from)
  for (const node of reached) for (const other of near(node)) if (isTied(node, other)) reached.add(other)
  return reached
}

/** The nodes that have to do with the same things as a node; whether they are tied to it is another question. */
function neighbours(nodes: readonly Node[]): (node: Node) => Node[] {
  const byKey = new Map<string, Node[]>()
  const keysOf = ({ key, into, outOf }: Node) => new Set([key, into, outOf].filter((one) => one !== undefined))
  for (const node of nodes) for (const key of keysOf(node)) byKey.set(key, [...(byKey.get(key) ?? []), node])
  return (node) => [...keysOf(node)].flatMap((key) => byKey.get(key) ?? [])
}
