import { setTimeout } from 'node:timers/promises'
import type { Footprint } from './footprint.ts'
import { measure } from './measure.ts'
import type { Product } from './product.ts'

/** What so many open deals take that wait for their next wake-up, and how fast the last of them were opened. */
export type IdleDeals = { deals: number; openedPerSecond?: number; footprint: Footprint }

const inFlight = 8
/** In milliseconds, so that what was written has come to rest. */
const rest = 3000

/** The product with hardly a deal, with a tenth of so many, and with all of them. */
export async function idleDeals({ openDeal, footprint }: Product, count: number): Promise<IdleDeals[]> {
  // What the first deal brings with it is the same for any number of them.
  await openDeal()
  const found: IdleDeals[] = [{ deals: 0, footprint: await footprint() }]
  let open = 0
  for (const deals of [Math.round(count / 10), count]) {
    const { perSecond } = await measure(deals - open, inFlight, () => openDeal())
    open = deals
    await setTimeout(rest)
    found.push({ deals, openedPerSecond: perSecond, footprint: await footprint() })
  }
  return found
}
