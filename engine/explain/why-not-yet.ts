import { z } from 'zod'
import { never } from '../compile/lower-condition.ts'
import {
  type FactSource,
  factSourceSchema,
  type Plan,
  type PlannedLayer,
  type PlannedStage,
  triggersOf,
} from '../compile/plan.ts'
import { type DealState, type StageStatus, stageStatusSchema } from '../deal/deal-state.ts'
import { factName, type KnownFacts } from '../facts/fact.ts'
import { type Condition, testsIn } from '../model/condition.ts'
import { type Grade, gradeSchema, grades } from '../model/value-type.ts'
import { judge } from '../run/advance.ts'
import { hasCommitted } from '../run/sign-off.ts'
import { typeOfFact, valuesOf } from './possible-values.ts'
import { smallestSets } from './smallest-sets.ts'

/**
 * A fact that a stage waits for. `unknown`: nobody has brought it. `against`: it is known, and not as the stage needs it.
 * `too-young`: it has to become older.
 */
const missingFactSchema = z.object({
  fact: z.string(),
  status: z.enum(['unknown', 'against', 'too-young']),
  source: factSourceSchema,
  grade: gradeSchema.exactOptional(),
})
export type MissingFact = z.infer<typeof missingFactSchema>

/** Why a stage is not complete. Any one of `sets` would do, once the stages in `after` are passed and `objections` closed. */
export const whyNotYetSchema = z
  .object({
    stage: z.string(),
    status: stageStatusSchema,
    after: z.array(z.string()),
    objections: z.array(z.string()),
    sets: z.array(z.array(missingFactSchema)),
  })
  .meta({ id: 'WhyNotYet' })
export type WhyNotYet = z.infer<typeof whyNotYetSchema>

/** The answer for every stage that is not passed, in the plan's order. Pure. */
export async function whyNotYet(plan: Plan, state: DealState, now: string): Promise<WhyNotYet[]> {
  const { facts } = await judge(plan, state, now)
  return plan.stages.flatMap((stage) => {
    const status = state.stages[stage.id]?.status ?? 'waiting'
    return status === 'completed' || status === 'skipped' ? [] : [explainStage(plan, state, stage, status, facts)]
  })
}

function explainStage(
  plan: Plan,
  state: DealState,
  stage: PlannedStage,
  status: StageStatus,
  facts: KnownFacts,
): WhyNotYet {
  const criterion: Condition = { all: [...(status === 'waiting' ? entryOf(plan, stage) : []), rule(plan, stage.exit)] }
  const sets = smallestSets(withLayersSpelledOut(plan, criterion, facts), facts, (fact, tests) =>
    valuesOf(typeOfFact(plan, fact), tests),
  )
  return {
    stage: stage.id,
    status,
    after: status === 'waiting' ? stage.incoming.map(({ from }) => from).filter((from) => !isPassed(state, from)) : [],
    objections: Object.entries(state.objections).flatMap(([id, objection]) =>
      objection.blocks && objection.status !== 'closed' && objection.stage === stage.id ? [id] : [],
    ),
    sets: sets.map((set) => asMissing(plan, set, facts)),
  }
}

const rule = (plan: Plan, id: string): Condition => plan.rules[id] ?? { all: [] }

const isPassed = (state: DealState, stage: string): boolean =>
  ['completed', 'skipped'].includes(state.stages[stage]?.status ?? 'waiting')

function entryOf(plan: Plan, stage: PlannedStage): Condition[] {
  const ways = stage.incoming.map(
    (transition): Condition => (transition.rule ? rule(plan, transition.rule.now) : { all: [] }),
  )
  const entry = stage.entry ? [rule(plan, stage.entry.now)] : []
  if (ways.length === 0) return entry
  return [stage.join === 'all' ? { all: ways } : { any: ways }, ...entry]
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
  const given = commitments.map((fact): Condition => ({ fact, operator: 'equal', value: true }))
  // A role that the model lets promise nothing can never sign.
  return given.length > 0 ? { all: given } : never
}

function choose(items: string[], count: number): string[][] {
  if (count === 0) return [[]]
  return items.flatMap((item, n) => choose(items.slice(n + 1), count - 1).map((rest) => [item, ...rest]))
}

function asMissing(plan: Plan, set: string[], facts: KnownFacts): MissingFact[] {
  const missing = new Map<string, MissingFact>()
  for (const name of set) {
    const fact = name.replace(/^(grade|days-since)\./, '')
    const status = facts[fact] === undefined ? 'unknown' : name.startsWith('days-since.') ? 'too-young' : 'against'
    const grade = name.startsWith('grade.') ? neededGrade(plan, name) : missing.get(fact)?.grade
    missing.set(fact, { fact, status, source: sourceOf(plan, fact), ...(grade && { grade }) })
  }
  return [...missing.values()]
}

function sourceOf(plan: Plan, fact: string): FactSource {
  if (fact.startsWith('support.')) {
    const id = fact.slice('support.'.length)
    const trigger = triggersOf(plan).find((one) => one.id === id)
    return { roles: [], actions: [], departments: trigger?.department ? [trigger.department] : [] }
  }
  if (fact.startsWith('action.')) return { roles: [], actions: [fact.slice('action.'.length)], departments: [] }
  return plan.sources[fact] ?? { roles: [], actions: [], departments: [] }
}

function neededGrade(plan: Plan, gradeFact: string): Grade | undefined {
  const asked = Object.values(plan.rules)
    .flatMap(testsIn)
    .find((test) => test.fact === gradeFact)
  return grades[Number(asked?.value ?? 0) - 1]
}
