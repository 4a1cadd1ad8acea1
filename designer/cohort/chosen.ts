import type { CohortDeal } from '../../api/cohorts/contract.ts'

/** The deals that were chosen where they stand, or all that the filter finds. */
export type Chosen = CohortDeal[] | 'all'

export const noneChosen: Chosen = []

export const countOf = (chosen: Chosen, total: number): number => (chosen === 'all' ? total : chosen.length)

export const isSame = (one: CohortDeal, other: CohortDeal): boolean =>
  one.deal.id === other.deal.id && one.stage.id === other.stage.id
