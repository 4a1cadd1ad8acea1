import type { Deps } from '../deps.ts'
import type { Page } from '../http/page-contract.ts'
import { cohortStays } from './cohort-stays.ts'
import type { CohortDeal, CohortFilter } from './contract.ts'
import { standingDeals } from './standing-deals.ts'

type Query = CohortFilter & { page: number; pageSize: number }

/** A page of the deals of a segment where they stand, longest first, each with what holds it there. */
export async function cohortDeals(deps: Deps, segmentId: string, query: Query): Promise<Page<CohortDeal>> {
  const { page, pageSize, ...filter } = query
  const range = { skip: (page - 1) * pageSize, take: pageSize }
  const { stays, total } = await cohortStays(deps, segmentId, filter, range)
  return { items: await standingDeals(deps, stays), total }
}
