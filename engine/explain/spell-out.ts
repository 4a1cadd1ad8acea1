import { never } from '../compile/lower-condition.ts'
import type { Plan, PlannedCommitment, PlannedLayer } from '../compile/plan.ts'
import { factName, type KnownFacts } from '../facts/fact.ts'
import type { Condition } from '../model/condition.ts'
import type { Standing } from '../run/known-facts.ts'
import { commitmentsBeneath, hasCommitted, leaderOf } from '../run/sign-off.ts'

type Observed = ReadonlyMap<string, Standing>

/**
 * A condition in terms of what people can bring: layers and the leader's cover are put as the commitments they rest on.
 * `observed` is what stands by itself, before the leader covers anything.
 */
export function spellOut(plan: Plan, observed: Observed, condition: Condition, facts: KnownFacts): Condition {
  return withLeaderSpelledOut(plan, observed, withLayersSpelledOut(plan, condition, facts), facts)
}

/** A commitment beneath the leader's layer is given by its own role, or covered by all that the leader promises. */
function withLeaderSpelledOut(plan: Plan, observed: Observed, condition: Condition, facts: KnownFacts): Condition {
  const leader = leaderOf(plan, facts)
  const promises = (leader && plan.commitmentsOf[leader]) || []
  if (!leader || promises.length === 0) return condition
  const covered = new Set(commitmentsBeneath(plan, leader).filter((fact) => !observed.has(fact)))
  const spelled = (part: Condition): Condition => {
    if ('all' in part) return { all: part.all.map(spelled) }
    if ('any' in part) return { any: part.any.map(spelled) }
    if ('not' in part) return part
    if (covered.has(part.fact) && part.value === true) return { any: [part, allGiven(promises)] }
    if (!covered.has(part.fact.replace(/^grade\./, '')) || part.operator !== 'greaterThanInclusive') return part
    return {
      any: [part, allGiven(promises.map(({ fact, grade }) => ({ fact, grade: Math.max(grade, Number(part.value)) })))],
    }
  }
  return spelled(condition)
}

/** A layer is nobody's to bring: in its place stand the commitments that sign it off. */
function withLayersSpelledOut(plan: Plan, condition: Condition, facts: KnownFacts): Condition {
  if ('all' in condition) return { all: condition.all.map((member) => withLayersSpelledOut(plan, member, facts)) }
  if ('any' in condition) return { any: condition.any.map((member) => withLayersSpelledOut(plan, member, facts)) }
  if ('not' in condition || !condition.fact.startsWith('layer.') || facts[condition.fact] !== undefined)
    return condition
  const layer = plan.layers.find(({ id }) => factName.layer(id) === condition.fact)
  return layer && condition.value === true ? signOffOf(plan, layer, facts) : condition
}

function signOffOf(plan: Plan, layer: PlannedLayer, facts: KnownFacts): Condition {
  const count = layer.rule.kind === 'all' ? layer.roles.length : layer.rule.kind === 'any' ? 1 : layer.rule.count
  const signatures: Condition[] = [
    {
      any: choose(layer.roles, Math.max(count, 1)).map((roles) => ({
        all: roles.map((role) => commitmentOf(plan, role, facts)),
      })),
    },
    ...layer.specialists.map((specialist) =>
      orNotNeeded(plan, specialist, { all: specialist.roles.map((role) => commitmentOf(plan, role, facts)) }),
    ),
  ]
  return orNotNeeded(plan, layer, { all: signatures })
}

function orNotNeeded(plan: Plan, place: { needed?: string; notNeeded?: string }, signed: Condition): Condition {
  const needed = place.needed && plan.chainRules[place.needed]
  const notNeeded = place.notNeeded && plan.chainRules[place.notNeeded]
  return needed && notNeeded ? { any: [notNeeded, { all: [needed, signed] }] } : signed
}

function commitmentOf(plan: Plan, role: string, facts: KnownFacts): Condition {
  if (hasCommitted(plan, role, facts)) return { all: [] }
  const commitments = plan.commitmentsOf[role] ?? []
  // A role that the model lets promise nothing can never sign.
  return commitments.length > 0 ? allGiven(commitments) : never
}

const allGiven = (commitments: PlannedCommitment[]): Condition => ({
  all: commitments.flatMap(({ fact, grade }): Condition[] => [
    { fact, operator: 'equal', value: true },
    ...(grade > 1 ? [{ fact: factName.grade(fact), operator: 'greaterThanInclusive' as const, value: grade }] : []),
  ]),
})

function choose(items: string[], count: number): string[][] {
  if (count === 0) return [[]]
  return items.flatMap((item, n) => choose(items.slice(n + 1), count - 1).map((rest) => [item, ...rest]))
}
