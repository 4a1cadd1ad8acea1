import { always } from '../compile/lower-condition.ts'
import type { Plan, PlannedStage } from '../compile/plan.ts'
import { factsIn } from '../evaluate/evaluate.ts'

/** A plan's stages, found by what asks for them. */
export type Readers = {
  byId: ReadonlyMap<string, PlannedStage>
  /** The stages that a stage leads to. */
  after(id: string): readonly PlannedStage[]
  /** The stages whose rules read a fact. */
  reading(fact: string): readonly PlannedStage[]
}

const readersOfPlan = new WeakMap<Plan, Readers>()

/** The index of a plan's stages. It follows from the plan alone, and is made once for each plan in memory. */
export function readersOf(plan: Plan): Readers {
  const made = readersOfPlan.get(plan)
  if (made) return made
  const byId = new Map(plan.stages.map((stage) => [stage.id, stage]))
  const after = collect(plan.stages, (stage) => stage.incoming.map(({ from }) => from))
  const reading = collect(plan.stages, (stage) => rulesOf(stage).flatMap((rule) => factsIn(plan.rules[rule] ?? always)))
  const readers: Readers = { byId, after: (id) => after.get(id) ?? [], reading: (fact) => reading.get(fact) ?? [] }
  readersOfPlan.set(plan, readers)
  return readers
}

/** The rules by which a stage is reached and stays so, and stays completed. Whether it completes now is asked of every open stage. */
const rulesOf = ({ incoming, entry, kept }: PlannedStage): string[] => [
  kept,
  ...[entry, ...incoming.map(({ rule }) => rule)].flatMap((rule) => (rule ? [rule.now, rule.kept] : [])),
]

function collect(stages: PlannedStage[], keysOf: (stage: PlannedStage) => string[]): Map<string, PlannedStage[]> {
  const collected = new Map<string, PlannedStage[]>()
  for (const stage of stages)
    for (const key of new Set(keysOf(stage))) {
      const there = collected.get(key)
      if (there) there.push(stage)
      else collected.set(key, [stage])
    }
  return collected
}
