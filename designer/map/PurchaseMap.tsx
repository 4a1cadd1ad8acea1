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

/** How a segment buys, in one picture. */
export function PurchaseMap({ model }: PurchaseMapProps) {
  return (
    <ol>
      {model.stages.map((stage) => (
        <li key={stage.id}>{stage.name}</li>
      ))}
    </ol>
  )
}
