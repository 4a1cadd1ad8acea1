import { z } from 'zod'

/**
 * A file as a step of a deal tells of it; the content itself is kept outside. `size` is in bytes, `sha256` the content's
 * hash in hex, by which anybody can tell later that it is still the same.
 */
export const attachedFileSchema = z.object({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(255),
  size: z.number().int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type AttachedFile = z.infer<typeof attachedFileSchema>
