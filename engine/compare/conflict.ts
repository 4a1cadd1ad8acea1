import { z } from 'zod'
import { placeSchema } from '../check/finding.ts'
import { type Change, changeSchema } from './change.ts'

export const sideSchema = z.enum(['ours', 'theirs'])
export type Side = z.infer<typeof sideSchema>

/**
 * What both sides changed in ways that cannot both be: the place, what the base has there, and what each side has. With a
 * `path` it is about that member or list of the thing, else about the whole thing with its parts. A side that has nothing
 * there has no value. Until somebody resolves it, the base stands.
 */
export const conflictSchema = z
  .strictObject({
    place: placeSchema,
    path: z.array(z.string()).min(1).optional(),
    base: z.unknown().optional(),
    ours: z.unknown().optional(),
    theirs: z.unknown().optional(),
    changes: z.strictObject({ ours: z.array(changeSchema), theirs: z.array(changeSchema) }),
  })
  .meta({ id: 'Conflict' })
export type Conflict = z.infer<typeof conflictSchema>

/** The changes that give a merged drawing what one side has at a conflict; each conflict can be resolved by itself. */
export const resolve = ({ changes }: Conflict, side: Side): Change[] => changes[side]
