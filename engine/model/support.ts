import { z } from 'zod'
import { conditionSchema } from './condition.ts'
import { durationSchema } from './duration.ts'
import { identifierSchema, nameSchema } from './identifier.ts'

/** One of our departments, drawn as a support lane. */
export const departmentSchema = z.strictObject({ id: identifierSchema, name: nameSchema })
export type Department = z.infer<typeof departmentSchema>

/**
 * A call on another department. It is made while its stage is open, once `when` holds; or, with `late`, once its stage
 * has stood open that long. `blocks`: while the call applies, the stage completes only after an approval.
 */
export const supportTriggerSchema = z.strictObject({
  id: identifierSchema,
  name: nameSchema,
  department: identifierSchema.optional(),
  when: conditionSchema.optional(),
  late: durationSchema.optional(),
  due: durationSchema.optional(),
  blocks: z.boolean().default(false),
  /** Elements that the department's answer can bring. */
  brings: z.array(identifierSchema).default([]),
})
export type SupportTrigger = z.infer<typeof supportTriggerSchema>
