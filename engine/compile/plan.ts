import { z } from 'zod'
import type { Condition } from '../model/condition.ts'
import type { ChainPolicies, SignOffRule, Style } from '../model/decision-chain.ts'
import type { ObjectionType } from '../model/objection-type.ts'
import type { Action } from '../model/stage.ts'
import type { SupportTrigger } from '../model/support.ts'
import type { DatedValue } from '../model/threshold.ts'
import type { ValueType } from '../model/value-type.ts'

/** A support trigger with the names of its rules. `owner` is the stage or objection type that calls it. */
export type PlannedTrigger = Omit<SupportTrigger, 'when' | 'refusesWhen'> & { rule?: string; refusesRule?: string }

/** Two rules: one to pass now, one that goes on holding as long as what the passage rested on is there. */
export type GuardedBy = { now: string; kept: string }

export type PlannedStage = {
  id: string
  name: string
  /** Opens with the deal: no transition leads here. */
  start: boolean
  join: 'any' | 'all'
  incoming: { from: string; rule?: GuardedBy }[]
  entry?: GuardedBy
  /** Holds when the stage may complete. */
  exit: string
  /** Holds as long as what its completion rested on is still there. */
  kept: string
  actions: Action[]
  support: PlannedTrigger[]
  end?: 'won' | 'lost'
}

/** Where conditions stand: its opening says which value of a threshold they compare with. */
export type Step = { kind: 'stage' | 'layer' | 'specialist' | 'objection-type'; id: string } | { kind: 'deal' }

/** A threshold as one step asks for it, by its name as a fact, with its values, oldest first. */
export type PlannedThreshold = { fact: string; threshold: string; values: DatedValue[]; step: Step }

/** A style with the rule that suggests it. */
export type PlannedStyle = Omit<Style, 'suggestedWhen'> & { suggested?: string }

export type PlannedLayer = {
  id: string
  rule: SignOffRule
  roles: string[]
  needed?: string
  notNeeded?: string
  specialists: { id: string; roles: string[]; needed?: string; notNeeded?: string }[]
}

export type PlannedCommitment = { fact: string; grade: number }

/** Buying roles that can disclose or promise it, actions of ours for it, departments whose answer can bring it. Ids. */
export const factSourceSchema = z.object({
  roles: z.array(z.string()),
  actions: z.array(z.string()),
  departments: z.array(z.string()),
})
export type FactSource = z.infer<typeof factSourceSchema>

/**
 * A process model compiled: plain data that the run needs and nothing else, named by the hash of its content. `rules`
 * are in json-rules-engine's JSON, without negations. `chainRules` are judged first, since layers follow from them.
 */
export type Plan = {
  formatVersion: 1
  hash: string
  name: string
  currency: string
  /** Types of the facts that people can observe. */
  observable: Record<string, ValueType>
  /** Who and what can bring each observed fact. */
  sources: Record<string, FactSource>
  stages: PlannedStage[]
  layers: PlannedLayer[]
  /** For each role, the commitments it gives, and the weakest grade (1 to 3) at which each counts. */
  commitmentsOf: Record<string, PlannedCommitment[]>
  /** How long, in milliseconds, a commitment holds once it was given. Left out where none lapses. */
  lapses?: Record<string, number>
  styles: PlannedStyle[]
  /** Left out where the model states none. */
  policies?: ChainPolicies
  objectionTypes: (Omit<ObjectionType, 'support'> & { support: PlannedTrigger[] })[]
  chainRules: Record<string, Condition>
  rules: Record<string, Condition>
  /** Ages in days at which a condition may change, by the observed fact whose age it is. */
  ages: { fact: string; days: number }[]
  /** Left out where no condition compares with a threshold. */
  thresholds?: PlannedThreshold[]
}

/** Whether a plan is that of deals without a model. Every drawing that can be published has a stage. */
export const isFreeForm = ({ stages }: { stages: unknown[] }): boolean => stages.length === 0

/** Every support trigger of a plan: those of its stages, then those of its objection types. */
export const triggersOf = (plan: Plan): PlannedTrigger[] =>
  [...plan.stages, ...plan.objectionTypes].flatMap(({ support }) => support)
