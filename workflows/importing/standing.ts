/**
 * Where a row stands. `known`: its deal is here from an earlier import, and stays as it is; `failed`: it could not be
 * opened, and is tried again when the import is run again.
 */
export type RowStatus = 'pending' | 'opened' | 'failed' | 'known' | 'closed' | 'refused'
export type Standing = { status: RowStatus; reason: string; dealId?: string }

/** By the line of the row. */
export type Standings = ReadonlyMap<number, Standing>

export function countOf(standings: Standings, status: RowStatus): number {
  return [...standings.values()].filter((standing) => standing.status === status).length
}
