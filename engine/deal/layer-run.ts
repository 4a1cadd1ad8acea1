import { z } from 'zod'

/**
 * Where one part of the sign-off stands. `waiting`: not its turn, or it is not known yet whether it is needed. `open`:
 * all beneath it is signed or not needed.
 */
export const layerStatusSchema = z.enum(['waiting', 'open', 'signed', 'not-needed'])
export type LayerStatus = z.infer<typeof layerStatusSchema>

/** Since when, in ISO 8601 and UTC. What was signed before its turn has no `openedAt`, since nobody waited for it. */
const signOffRunSchema = z.object({
  status: layerStatusSchema,
  openedAt: z.string().exactOptional(),
  signedAt: z.string().exactOptional(),
  /** Roles and added signers whose turn it is; left out where it is nobody's. */
  next: z.array(z.string()).exactOptional(),
  /** Since when it is their turn; left out where that is since the opening. */
  turnAt: z.string().exactOptional(),
  seq: z.number().int(),
})
export type SignOffRun = z.infer<typeof signOffRunSchema>

/** A layer's run, with those of the specialist departments that sign beside it, by their ids. It is signed once they are. */
export const layerRunSchema = z.object({
  ...signOffRunSchema.shape,
  specialists: z.record(z.string(), signOffRunSchema).exactOptional(),
})
export type LayerRun = z.infer<typeof layerRunSchema>
