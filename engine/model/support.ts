import { z } from 'zod'
import { conditionSchema } from './condition.ts'
import { durationSchema } from './duration.ts'
import { identifierSchema, nameSchema } from './identifier.ts'

/** What a department's answer can be. */
export const verdicts = ['approved', 'refused', 'answered', 'declined'] as const
export type Verdict = (typeof verdicts)[number]

/** One of our departments, drawn as a support lane. */
export const departmentSchema = z.strictObject({ id: identifierSchema, name: nameSchema })
export type Department = z.infer<typeof departmentSchema>

/**
 * A call on another department. It is made while its stage is open, once `when` holds; or, with `late`, once its stage
 * has stood open that long. `blocks`: while the call applies, the stage completes only after an approval. Its owner is
 * reminded `remindBefore` the due time; once overdue, it goes up to the department's leads after `leadsAfter`, and to the
 * segment's process owner after `processOwnerAfter`, all in working time. Where `refusesWhen` holds, the call is refused at
 * once, with `refusal` as the reason: nobody is asked.
 */
export const supportTriggerSchema = z.strictObject({
  id: identifierSchema,
  name: nameSchema,
  department: identifierSchema.optional(),
  when: conditionSchema.optional(),
  late: durationSchema.optional(),
  /** The element or commitment on which the time of `late` starts, instead of its stage's opening. */
  lateFrom: identifierSchema.optional(),
  due: durationSchema.optional(),
  blocks: z.boolean().default(false),
  remindBefore: durationSchema.optional(),
  leadsAfter: durationSchema.optional(),
  processOwnerAfter: durationSchema.optional(),
  refusesWhen: conditionSchema.optional(),
  refusal: z.string().max(1000).optional(),
  /** Elements that the department's answer can bring. */
  brings: z.array(identifierSchema).default([]),
})
export type SupportTrigger = z.infer<typeof supportTriggerSchema>
