import type { ObservationInput } from '#engine/deal'

/** What a waiting row says of the deal to open. `owner` and `account` are ids; `cells` is the row as the file had it. */
export type StoredDeal = {
  name: string
  owner: string
  account?: string
  cells: Record<string, string>
  observations: ObservationInput[]
}
