import type { Grant } from '#engine'

/** Up to how much, at one stage, or, without one, at every stage. Without an amount it is any. */
export type Limit = { stage?: string; upTo?: number }

/** What somebody may take of one kind of request: the most at every stage first, then only what more they may at single stages. */
export function limitsOf(authority: readonly Grant[], person: string, request: string): Limit[] {
  const theirs = authority.filter(
    (grant) =>
      (grant.person === undefined || grant.person === person) &&
      (grant.request === undefined || grant.request === request),
  )
  const most = (grants: readonly Grant[]): Limit | undefined =>
    grants.length === 0
      ? undefined
      : grants.some(({ upTo }) => upTo === undefined)
        ? {}
        : { upTo: Math.max(...grants.map(({ upTo = 0 }) => upTo)) }
  const everywhere = most(theirs.filter(({ stage }) => stage === undefined))
  const stages = [...new Set(theirs.flatMap(({ stage }) => stage ?? []))]
  return [
    ...(everywhere ? [everywhere] : []),
    ...stages.flatMap((stage) => {
      const there = most(theirs.filter((grant) => grant.stage === stage))
      return there && isMore(there, everywhere) ? [{ stage, ...there }] : []
    }),
  ]
}

const isMore = (limit: Limit, than: Limit | undefined): boolean =>
  than === undefined || (than.upTo !== undefined && (limit.upTo === undefined || limit.upTo > than.upTo))

/** Kinds of request of which everybody may take the same, and what each of the people may, in their order. */
export type MatrixRow = { requests: string[]; limits: Limit[][] }

/** The matrix of a department, with the kinds that are alike as one row; the row of most kinds comes last. */
export function matrixOf(
  authority: readonly Grant[],
  people: readonly string[],
  requests: readonly string[],
): MatrixRow[] {
  const rows = new Map<string, MatrixRow>()
  for (const request of requests) {
    const limits = people.map((person) => limitsOf(authority, person, request))
    const alike = JSON.stringify(limits)
    rows.set(alike, { limits, requests: [...(rows.get(alike)?.requests ?? []), request] })
  }
  return [...rows.values()].sort((a, b) => a.requests.length - b.requests.length)
}
