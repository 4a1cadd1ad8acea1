import { z } from 'zod'
import { nameSchema } from './identifier.ts'

/**
 * What a fact's value is. `flag`: obtained or not. `money`: an amount in the deal's currency. `date`: ISO 8601, a day or
 * an instant. `choice`: one of the listed options.
 */
export const valueTypeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flag') }),
  z.strictObject({ kind: z.literal('number'), unit: z.string().max(40).optional() }),
  z.strictObject({ kind: z.literal('money') }),
  z.strictObject({ kind: z.literal('date') }),
  z.strictObject({ kind: z.literal('text') }),
  z.strictObject({ kind: z.literal('choice'), options: z.array(nameSchema).min(1) }),
])
export type ValueType = z.infer<typeof valueTypeSchema>

/** How well something is evidenced, weakest first. */
export const grades = ['said', 'written', 'signed'] as const
export const gradeSchema = z.enum(grades)
export type Grade = z.infer<typeof gradeSchema>

/** 1 for said, 2 for written, 3 for signed: the value of a `grade.` fact. */
export const gradeRank = (grade: Grade): number => grades.indexOf(grade) + 1
