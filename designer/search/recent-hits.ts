import { z } from 'zod'
import type { Hit } from './hits.ts'

const most = 8
const keptSchema = z.array(
  z.object({
    key: z.string(),
    kind: z.string(),
    name: z.string(),
    details: z.array(z.string()),
    told: z.array(z.string()),
    lead: z.object({
      to: z.string(),
      params: z.record(z.string(), z.string()).optional(),
      search: z.record(z.string(), z.unknown()).optional(),
    }),
  }),
)

const keyOf = (person: string) => `keynode.found.${person}`

/** What somebody went to from a search, the last first. Names of customers stay in this tab, and go with it. */
export function recentHits(person: string): Hit[] {
  try {
    return keptSchema.parse(JSON.parse(sessionStorage.getItem(keyOf(person)) ?? '[]')) as Hit[]
  } catch {
    return []
  }
}

export function keepHit(person: string, hit: Hit): void {
  const others = recentHits(person).filter(({ key }) => key !== hit.key)
  sessionStorage.setItem(keyOf(person), JSON.stringify([hit, ...others].slice(0, most)))
}
