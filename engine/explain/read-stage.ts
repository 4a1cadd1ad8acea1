import { compileModel } from '../compile/compile.ts'
import { stageCriterion } from '../compile/stage-criterion.ts'
import type { DealState } from '../deal/deal-state.ts'
import { factName, type KnownFacts } from '../facts/fact.ts'
import type { ProcessModel } from '../model/process-model.ts'
import { judge } from '../run/advance.ts'
import { type InForce, thresholdsInForce } from '../run/thresholds.ts'
import { type Reading, readCondition } from './read-condition.ts'

/**
 * The conditions of a stage, read on a deal: what it takes to get there, by each transition that has a condition, and what
 * it takes to be complete.
 */
export type StageReading = { entry?: Reading; ways: { from: string; reading: Reading }[]; exit: Reading }

/** Reads a stage's conditions, as they are drawn, on a deal at an instant. Undefined where the drawing has no such stage. */
export async function readStage(
  model: ProcessModel,
  state: DealState,
  now: string,
  id: string,
): Promise<StageReading | undefined> {
  const stage = model.stages.find((one) => one.id === id)
  if (!stage) return undefined
  const plan = compileModel(model)
  const { facts } = await judge(plan, state, now)
  const inForce = thresholdsInForce(plan, state, now)
  const known = (step: string): KnownFacts => ({ ...facts, ...atStage(inForce, step) })
  return {
    ...(stage.entry && { entry: readCondition(stage.entry, known(id)) }),
    ways: model.transitions.flatMap(({ from, to, condition }) =>
      to === id && condition ? [{ from, reading: readCondition(condition, known(from)) }] : [],
    ),
    exit: readCondition(stageCriterion(stage), known(id)),
  }
}

/** Thresholds with the values that count at a stage, named as conditions name them. */
const atStage = (inForce: InForce[], stage: string): KnownFacts =>
  Object.fromEntries(
    inForce.flatMap(({ threshold, step, value }) =>
      step.kind === 'stage' && step.id === stage && value ? [[factName.threshold(threshold), value.amount]] : [],
    ),
  )
