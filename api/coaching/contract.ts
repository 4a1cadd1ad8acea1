import { z } from 'zod'

const named = z.object({ id: z.string(), name: z.string() })
export const remarkKinds = ['coaching', 'best-practice'] as const
const text = z.string().trim().min(1, 'write what is to be said').max(2000)

/** What a manager says of an interaction: to its seller, or as an example to everybody. */
export const remarkSchema = z
  .object({
    id: z.string(),
    /** The step of the deal that recorded the interaction. */
    seq: z.number(),
    kind: z.enum(remarkKinds),
    text: z.string(),
    by: named,
    at: z.string(),
  })
  .meta({ id: 'Remark' })
export type Remark = z.infer<typeof remarkSchema>

export const newRemarkSchema = z.strictObject({
  seq: z.number().int(),
  kind: z.enum(remarkKinds),
  text,
  /** The stage that it is an example for. */
  stage: z.string().optional(),
})
export type NewRemark = z.infer<typeof newRemarkSchema>

/** An interaction that is an example to all: what is to be learnt of it, without the customer where the deal is not yours. */
export const bestPracticeSchema = z
  .object({
    id: z.string(),
    text: z.string(),
    /** Whose interaction it was. */
    seller: named,
    kind: z.string(),
    at: z.string(),
    deal: named.nullable(),
  })
  .meta({ id: 'BestPractice' })
export type BestPractice = z.infer<typeof bestPracticeSchema>
