import type { Finding, Place, ProcessModel } from '#engine'
import type { DealState } from '#engine/deal'

export type PurchaseMapProps = {
  model: ProcessModel
  /** A running deal on the model: chips fill, stages show where the purchase stands. */
  live?: DealState
  findings?: readonly Finding[]
  selected?: Place | undefined
  onSelect?: (place: Place | undefined) => void
}
