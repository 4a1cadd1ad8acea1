import { canonicalJson } from '../canonical-json.ts'
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
  const clashing = nodes.filter((node) => nodes.some((other) => clash(node, other)))
  const caught = reach(clashing, nodes, pulls)
  const groups: Node[][] = []
  for (const node of caught)
    if (!groups.some((group) => group.includes(node)))
      groups.push([
        ...reach([node], [...caught], (one, other) => clash(one, other) || pulls(one, other) || pulls(other, one)),
      ])
  return groups.map((group) => {
    const of = (side: Side) =>
      nodes.filter((node) => node.side === side && group.includes(node)).map((node) => node.change)
    return { ours: of('ours'), theirs: of('theirs') }
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
      ...('to' in change && { into: keyOf(change.to.in) }),
      ...('from' in change && { outOf: keyOf(change.from.in) }),
    }))

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
function reach(from: readonly Node[], nodes: readonly Node[], isTied: (one: Node, other: Node) => boolean): Set<Node> {
  const reached = new Set(from)
  for (const node of reached) for (const other of nodes) if (isTied(node, other)) reached.add(other)
  return reached
}
