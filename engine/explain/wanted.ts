import type { Plan } from '../compile/plan.ts'
import type { WhyNotYet } from './why-not-yet.ts'

/** The stages that we want the customer to pass: all but those that end a purchase as lost. */
export const wanted = (plan: Plan, why: WhyNotYet[]): WhyNotYet[] =>
  why.filter(({ stage }) => plan.stages.find(({ id }) => id === stage)?.end !== 'lost')
