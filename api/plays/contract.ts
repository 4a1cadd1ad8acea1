import { z } from 'zod'
import { playStepSchema } from '#engine'

/** Deals of a segment whose course can be played, newest first; at most twenty. */
export const playableDealsSchema = z
  .object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })
  .meta({ id: 'PlayableDeals' })
export type PlayableDeals = z.infer<typeof playableDealsSchema>

export const playableQuery = { search: z.string().max(200).optional() }

/** What a deal did, as a play. `left`: things that happened and have no place in a play. Texts that were noted are left out. */
export const recordedPlaySchema = z
  .object({ start: z.string(), steps: z.array(playStepSchema), left: z.number().int() })
  .meta({ id: 'RecordedPlay' })
