import { canHold, type Witness, witnessOf } from '../check/can-hold.ts'
import { conditionsOf } from '../check/conditions-of.ts'
import type { Finding } from '../check/finding.ts'
import { keptOf, passedBefore, standsOn } from '../check/passage.ts'
import { gapsOf } from '../check/rules/branch-gap.ts'
import type { RuleName } from '../check/sentences.ts'
import { graphOf } from '../check/stage-graph.ts'
import { stageCriterion } from '../compile/stage-criterion.ts'
import type { DealState } from '../deal/deal-state.ts'
import { factName } from '../facts/fact.ts'
import type { Condition, Scalar } from '../model/condition.ts'
import type { ProcessModel } from '../model/process-model.ts'
import type { PlayStep } from '../model/scenario.ts'
import { bringAll } from './bring-all.ts'

/** What a finding’s play comes to see. The other findings are about the drawing itself, and no deal shows them. */
const shownBy: Partial<Record<RuleName, 'end' | 'late-task' | 'request'>> = {
  'start-missing': 'end',
  'stage-unreachable': 'end',
  'stage-never-left': 'end',
  'stage-never-complete': 'end',
  'stage-never-opens': 'end',
  'stage-contradicts-earlier': 'end',
  'stage-waits-on-later': 'end',
  'branch-gap': 'end',
  'end-missing': 'end',
  'cycle-without-progress': 'end',
  'transition-never-taken': 'end',
  'element-nobody-brings': 'end',
  'commitment-without-role': 'end',
  'commitment-role-missing': 'end',
  'commitment-lapses-first': 'end',
  'layer-without-role': 'end',
  'layer-count-too-high': 'end',
  'layer-never-signed': 'end',
  'specialist-without-role': 'end',
  'condition-never-holds': 'end',
  'action-due-before-answer': 'late-task',
  'action-due-before-sign-off': 'late-task',
  'support-without-due': 'request',
  'support-without-department': 'request',
}

/** Whether there can be a deal that shows a finding; the others are about the drawing alone. */
export const hasCounterexample = ({ rule }: Finding): boolean => shownBy[rule as RuleName] !== undefined

/**
 * A deal that shows what a finding complains about, as steps to be played from an instant on: everybody brings all they
 * can, and it stands all the same; or a task is late although nobody else is; or a request waits for nobody. Undefined for
 * a finding that no deal shows.
 */
export async function counterexampleTo(
  model: ProcessModel,
  finding: Finding,
  start: string,
): Promise<PlayStep[] | undefined> {
  const shown = shownBy[finding.rule as RuleName]
  if (!shown) return undefined
  const { id } = finding.place
  const setting = { model, values: valuesFor(model, finding), start }
  if (shown === 'end') return (await bringAll(setting)).steps
  if (shown === 'request') return (await bringAll(setting, ({ state }) => isAsked(state, id))).steps
  const awaited = model.stages.flatMap(({ actions }) => actions).find((action) => action.id === id)?.brings ?? []
  const heldBack = new Set(awaited.flatMap((one) => [factName.element(one), factName.commitment(one)]))
  return (await bringAll({ ...setting, heldBack }, ({ state }) => isLate(state, id))).steps
}

const isAsked = ({ supportRequests }: DealState, trigger: string): boolean =>
  Object.values(supportRequests).some((request) => request.trigger === trigger)

const isLate = ({ tasks }: DealState, action: string): boolean =>
  Object.values(tasks).some((task) => task.action === action && task.escalatedAt !== undefined)

/** Values on which the deal gets as far as it can, and there meets what is complained about. */
function valuesFor(model: ProcessModel, finding: Finding): Witness {
  const { stage, wished } = aimOf(model, finding)
  // What is complained about cannot always be had: as much as goes together, and the way there before all.
  const must = wished.map(({ all }): Condition => ({ all: [...all, ...wayTo(model, stage)] }))
  const first = must.find((goal) => canHold(model, goal)) ?? { all: [] }
  const goal = [...stagesBefore(model, stage)].reduce<Condition>((sofar, id) => {
    const more: Condition = { all: [sofar, ...keptOf(model, [id])] }
    return canHold(model, more) ? more : sofar
  }, first)
  return witnessOf(model, goal) ?? new Map()
}

type Aim = { stage: string | undefined; wished: { all: Condition[] }[] }

/** Where a finding is, and what a deal should know there, the most first. */
function aimOf(model: ProcessModel, { rule, place }: Finding): Aim {
  const gap = rule === 'branch-gap' ? gapsOf(model).find(({ stage }) => stage === place.id) : undefined
  const way = place.kind === 'transition' ? model.transitions.find(({ id }) => id === place.id) : undefined
  const stage = way?.from ?? (place.kind === 'stage' ? place.id : place.stage)
  const here = model.stages.find(({ id }) => id === stage)
  const criterion = here ? [stageCriterion(here)] : []
  const about = conditionsOf(model)
    .filter(({ place: at }) => at.kind === place.kind && at.id === place.id && at.part === place.part)
    .map(({ condition }) => condition)
  const missed = gap ? [...gap.values].map(([fact, value]) => isValue(fact, value)) : []
  const known = [...about, ...missed]
  return { stage, wished: [{ all: [...known, ...criterion] }, { all: criterion }, { all: known }, { all: [] }] }
}

const isValue = (fact: string, value: Scalar): Condition => ({ fact, operator: 'equal', value })

const wayTo = (model: ProcessModel, stage: string | undefined): Condition[] =>
  stage ? [...keptOf(model, passedBefore(model).get(stage) ?? []), ...(standsOn(model).get(stage) ?? [])] : []

/** The stages from which one can be reached; all of them where it is about none. */
function stagesBefore(model: ProcessModel, stage: string | undefined): ReadonlySet<string> {
  const { previous } = graphOf(model)
  const before = new Set(stage ? previous.get(stage) : model.stages.map(({ id }) => id))
  for (const id of before) for (const one of previous.get(id) ?? []) before.add(one)
  return before
}
