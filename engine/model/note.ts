import { z } from 'zod'
import { identifierSchema } from './identifier.ts'

/** Where something stands on the canvas, in its units. */
export const positionSchema = z.strictObject({ x: z.number(), y: z.number() })
export type Position = z.infer<typeof positionSchema>

/** The points through which a hand leads a line, from its beginning on. */
export const routeSchema = z.array(positionSchema).min(1).max(50)
export type Route = z.infer<typeof routeSchema>

/** A remark that people leave on the canvas for each other. It is no part of the plan. */
export const noteSchema = z.strictObject({
  id: identifierSchema,
  text: z.string().max(2000),
  at: positionSchema,
})
export type Note = z.infer<typeof noteSchema>

const titleLength = 60

/** What a note is called where there is room for a name only: how it begins. */
export function noteTitle({ id, text }: Note): string {
  const [first = ''] = text.trim().split('\n')
  if (first === '') return id
  return first.length > titleLength ? `${first.slice(0, titleLength)}…` : first
}
