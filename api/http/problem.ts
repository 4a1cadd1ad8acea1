import type { ErrorRequestHandler } from 'express'
import { z } from 'zod'
import { isOutage } from './outage.ts'
import { type HttpCode, type ProblemCode, problemKinds } from './problem-kinds.ts'

/** Problem details for HTTP APIs (RFC 9457). `code` is ours and stable; `detail` says what, where and what to do. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    code: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problemSchema>

/** Something that the HTTP layer refuses, to be thrown. */
export const refusal = (code: HttpCode, message: string, cause?: unknown): Error =>
  Object.assign(new Error(message, { cause }), { code })

/** What a refusal or a failure is to the caller. */
export function asProblem(error: unknown): Problem {
  if (isRefusal(error)) return problem(error.code, error.message, error.details)
  const status = statusOfBodyError(error)
  if (status === 413) return problem('REQUEST_TOO_LARGE', 'The request is too large. Send less at once.')
  if (status === 415)
    return problem('CONTENT_TYPE_UNSUPPORTED', 'The body has to be JSON in UTF-8. Send it as application/json.')
  if (status !== undefined)
    return problem(
      'REQUEST_INVALID',
      error instanceof SyntaxError
        ? `The body is not valid JSON (${error.message}). Correct it and send it again.`
        : 'The address or the body cannot be read. Correct it and send it again.',
    )
  if (isClash(error))
    return problem(
      'CONFLICT',
      'Somebody else wrote the same thing at the same moment. Reload to see it, then try again.',
    )
  if (isOutage(error))
    return problem(
      'SERVICE_UNAVAILABLE',
      'A part that Keynode needs is out of reach. Ask again with the same key in a moment: it counts once.',
    )
  return problem(
    'UNEXPECTED',
    'Keynode failed in a way it should not. It has been logged; try again, and tell your administrator if it stays.',
  )
}

export const problem = (code: ProblemCode, detail: string, details: Record<string, unknown> = {}): Problem => ({
  type: `/api/v1/docs/problems#${code}`,
  ...problemKinds[code],
  detail,
  code,
  ...(Object.keys(details).length > 0 && { details: { ...details } }),
})

type Refusal = Error & { code: ProblemCode; details?: Record<string, unknown> }

const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && 'code' in error && Object.hasOwn(problemKinds, String(error.code))

/** Express and its body parser say 4xx where an address or a body cannot be read. */
function statusOfBodyError(error: unknown): number | undefined {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  return status < 500 ? status : undefined
}

/** Prisma's unique constraint and write conflict: a check said that all is well, and somebody else was faster. */
const isClash = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['P2002', 'P2034'].includes(String(error.code))

/** Seconds after which it is worth asking again. */
const retryAfter = '3'

export const problemHandler: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) return next(error)
  const answer = asProblem(error)
  if (answer.status >= 500) console.error(`${request.method} ${request.originalUrl}`, error)
  if (answer.status === 503 || answer.code === 'REQUEST_IN_PROGRESS') response.set('retry-after', retryAfter)
  response.status(answer.status).type('application/problem+json').send(JSON.stringify(answer))
}
