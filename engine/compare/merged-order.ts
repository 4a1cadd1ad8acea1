/**
 * The order of one list after both sides changed it: two things stand as the side has them that put them otherwise than
 * the base. Where both sides add at one point, each side's things stay together, and the smaller id comes first. Undefined
 * where the sides contradict each other. Symmetric in the sides.
 */
export function mergedOrder(
  kept: Iterable<string>,
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): string[] | undefined {
  const [inBase, inOurs, inTheirs] = [base, ours, theirs].map(precedence) as [Precedes, Precedes, Precedes]
  const precedes = (one: string, other: string): boolean => {
    const [was, our, their] = [inBase(one, other), inOurs(one, other), inTheirs(one, other)]
    if (our === undefined || their === undefined) return our ?? their ?? was ?? false
    if (our === their || was === undefined) return our || their
    return !was
  }
  const ids = [...kept].sort()
  const waitsFor = new Map(ids.map((id) => [id, new Set(ids.filter((other) => other !== id && precedes(other, id)))]))
  const [isOurs, isTheirs] = [new Set(ours), new Set(theirs)]
  const sideOf = (id = '') => `${isOurs.has(id)} ${isTheirs.has(id)}`
  const order: string[] = []
  while (waitsFor.size > 0) {
    const free = [...waitsFor.keys()].filter((id) => waitsFor.get(id)?.size === 0)
    const next = free.find((id) => sideOf(id) === sideOf(order.at(-1))) ?? free[0]
    if (next === undefined) return undefined
    waitsFor.delete(next)
    for (const others of waitsFor.values()) others.delete(next)
    order.push(next)
  }
  return order
}

type Precedes = (one: string, other: string) => boolean | undefined

/** Whether one stands before another in a list; undefined where one of them is not in it. */
function precedence(list: readonly string[]): Precedes {
  const at = new Map(list.map((id, n) => [id, n]))
  return (one, other) => {
    const [here, there] = [at.get(one), at.get(other)]
    return here === undefined || there === undefined ? undefined : here < there
  }
}

/** One list's order, with the things of others in it that it lacks: each behind what it stands behind there. */
export function woven(first: readonly string[], ...others: (readonly string[])[]): string[] {
  const order = [...first]
  for (const other of others)
    for (const [n, id] of other.entries()) {
      if (order.includes(id)) continue
      const before = other.slice(0, n).findLast((one) => order.includes(one))
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
    }
  return order
}
