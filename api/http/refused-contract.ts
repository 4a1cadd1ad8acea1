import { z } from 'zod'
import { domainErrorCodes, errorDetailsSchema } from '#engine/deal'

/** Why one of many did not take what was asked of it: the refusal's code and what it names, for any language, and its sentence in English. */
export const refusedShape = {
  code: z.enum(domainErrorCodes).nullable(),
  details: errorDetailsSchema,
  reason: z.string(),
}
