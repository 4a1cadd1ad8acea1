import type { KnownFacts } from '../facts/fact.ts'
import { type Condition, testsIn } from '../model/condition.ts'
import { isChanged, type PossibleValues, settle, shortest, together, type Values, valuesIn, type Way } from './ways.ts'

/**
 * All smallest sets of facts that have to become known, or change, for a lowered condition to hold; all other facts stay
 * as they are. No set contains another. An empty set: it holds already. No set: nothing can make it hold.
 *
 * The ways to meet a condition are built from the inside out. What a way needs of a fact is forgotten once no member to
 * come asks for that fact (bucket elimination: Dechter, 1999), so that ways become equal and are dropped early: the work
 * grows with the facts that members share, not with the product of all their alternatives.
 */
export function smallestSets(condition: Condition, facts: KnownFacts, possible: PossibleValues): string[][] {
  const ways = waysOf(condition, new Set(), valuesIn(condition, facts, possible))
  return ways
    .map((way) => [...way].flatMap(([fact, values]) => (isChanged(values) ? [fact] : [])).sort())
    .sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1))
}

type Facts = ReadonlySet<string>

/** `elsewhere` are the facts that have to fit what stands beside this condition, too. */
function waysOf(condition: Condition, elsewhere: Facts, values: Values): Way[] {
  if ('not' in condition) throw new Error('lower the condition first')
  if ('any' in condition) return shortest(condition.any.flatMap((member) => waysOf(member, elsewhere, values)))
  if ('all' in condition) return waysOfAll(condition.all, elsewhere, values)
  const meeting = values.meeting(condition)
  if (meeting === 0n) return []
  return [settle(new Map([[condition.fact, meeting]]), (fact) => elsewhere.has(fact), values)]
}

/** Members that share no fact are worked out apart: of their ways, each goes with each. */
function waysOfAll(members: Condition[], elsewhere: Facts, values: Values): Way[] {
  return connected(members).reduce<Way[]>(
    (ways, group) => pairs(ways, waysOfGroup(group, elsewhere, values)),
    [new Map()],
  )
}

type Member = { condition: Condition; facts: Facts }

function waysOfGroup(group: Member[], elsewhere: Facts, values: Values): Way[] {
  let ways: Way[] = [new Map()]
  for (const [n, member] of group.entries()) {
    const others = group.filter((other) => other !== member).map(({ facts }) => facts)
    const toCome = union([elsewhere, ...group.slice(n + 1).map(({ facts }) => facts)])
    const more = waysOf(member.condition, union([elsewhere, ...others]), values)
    ways = shortest(pairs(ways, more).map((way) => settle(way, (fact) => toCome.has(fact), values)))
  }
  return ways
}

const pairs = (left: Way[], right: Way[]): Way[] =>
  left.flatMap((one) => right.flatMap((other) => together(one, other) ?? []))

const union = (sets: Facts[]): Facts => new Set(sets.flatMap((set) => [...set]))

/** Members in groups that share facts, each in an order in which few new facts come in at a time. */
function connected(conditions: Condition[]): Member[][] {
  const open = conditions.map(
    (condition): Member => ({ condition, facts: new Set(testsIn(condition).map(({ fact }) => fact)) }),
  )
  const groups: Member[][] = []
  for (let first = open.shift(); first; first = open.shift()) groups.push(groupFrom(first, open))
  return groups
}

/** Takes out of `open` all that hangs together with one member. */
function groupFrom(first: Member, open: Member[]): Member[] {
  const group = [first]
  const seen = new Set(first.facts)
  for (;;) {
    const linked = open.filter(({ facts }) => [...facts].some((fact) => seen.has(fact)))
    const fresh = ({ facts }: Member) => [...facts].filter((fact) => !seen.has(fact)).length
    const next = linked.sort((a, b) => fresh(a) - fresh(b))[0]
    if (!next) return group
    open.splice(open.indexOf(next), 1)
    group.push(next)
    for (const fact of next.facts) seen.add(fact)
  }
}
