import type { Condition, Scalar } from '../model/condition.ts'
import type { Duration } from '../model/duration.ts'
import type { ProcessModelDraft } from '../model/process-model.ts'

// Short forms for a model that is drawn in code.

export type StageDraft = NonNullable<ProcessModelDraft['stages']>[number]
export type TransitionDraft = NonNullable<ProcessModelDraft['transitions']>[number]
export type ThresholdDraft = NonNullable<ProcessModelDraft['thresholds']>[number]
export type ChainDraft = NonNullable<ProcessModelDraft['chain']>
export type TriggerDraft = NonNullable<StageDraft['support']>[number]
export type ObjectionTypeDraft = NonNullable<ProcessModelDraft['objectionTypes']>[number]

export const hours = (amount: number): Duration => ({ unit: 'hours', amount })
export const days = (amount: number): Duration => ({ unit: 'days', amount })

export const is = (fact: string, value: Scalar): Condition => ({ fact, operator: 'equal', value })
export const isOneOf = (fact: string, value: Scalar[]): Condition => ({ fact, operator: 'in', value })
export const isKnown = (fact: string): Condition => ({ fact, operator: 'isKnown', value: true })
export const isUnknown = (fact: string): Condition => ({ fact, operator: 'isUnknown', value: true })
export const above = (fact: string, value: number): Condition => ({ fact, operator: 'greaterThan', value })
/** More than the value in force of a threshold. */
export const aboveLimit = (fact: string, threshold: string): Condition => ({
  fact,
  operator: 'greaterThan',
  value: { fact: `threshold.${threshold}` },
})
export const atLeast = (fact: string, value: number): Condition => ({ fact, operator: 'greaterThanInclusive', value })
export const below = (fact: string, value: number): Condition => ({ fact, operator: 'lessThan', value })
export const atMost = (fact: string, value: number): Condition => ({ fact, operator: 'lessThanInclusive', value })

/**
 * Stages whose calls on departments are pressed: the owner is reminded when half of the time is gone; once overdue it goes up to
 * the leads after a quarter of it, and to the process owner after as long again as it had.
 */
export const pressed = (stages: StageDraft[]): StageDraft[] =>
  stages.map((stage) => ({ ...stage, support: stage.support?.map(press) }))

const press = ({ due, ...call }: TriggerDraft): TriggerDraft =>
  due === undefined
    ? call
    : { ...call, due, remindBefore: share(due, 1 / 2), leadsAfter: share(due, 1 / 4), processOwnerAfter: due }

const share = ({ unit, amount }: Duration, part: number): Duration => ({ unit, amount: amount * part })

/** Stages on a grid that leaves room between their cards: one column a step, one row a branch. */
export const grid = (places: Record<string, [column: number, row: number]>) =>
  Object.fromEntries(Object.entries(places).map(([id, [column, row]]) => [id, { x: column * 340, y: row * 320 }]))
