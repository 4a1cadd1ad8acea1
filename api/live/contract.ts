import { z } from 'zod'

/**
 * Something that has changed and that the listener may see. `requests` are those of a deal that ask the listener's
 * departments; `tasks` and `notices` are the listener's own; `editors` are who
 * has the drawing of a segment or base open, which it names, and where in it they are; `leads` are those of a mass segment, or its
 * funnel; `all` says that changes were missed, and which ones is not known.
 */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('deal'), deal: z.string() }),
  z.object({ kind: z.literal('requests'), deal: z.string() }),
  z.object({ kind: z.literal('tasks') }),
  z.object({ kind: z.literal('notices') }),
  z.object({ kind: z.literal('segment'), segment: z.string() }),
  z.object({ kind: z.literal('editors'), drawing: z.string() }),
  z.object({ kind: z.literal('leads'), segment: z.string() }),
  z.object({ kind: z.literal('all') }),
])
export type Change = z.infer<typeof changeSchema>
