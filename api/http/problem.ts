import { ServiceError } from '@temporalio/client'
import type { ErrorRequestHandler } from 'express'
import { ZodError, z } from 'zod'
import { DomainError, type DomainErrorCode } from '#engine/deal'

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

const statusOf: Partial<Record<DomainErrorCode, number>> = {
  DEAL_NOT_FOUND: 404,
  OBSERVATION_NOT_FOUND: 404,
  TASK_NOT_FOUND: 404,
  SUPPORT_REQUEST_NOT_FOUND: 404,
  OBJECTION_NOT_FOUND: 404,
  MODEL_NOT_FOUND: 404,
  SEGMENT_NOT_FOUND: 404,
  TEMPLATE_NOT_FOUND: 404,
  USER_NOT_FOUND: 404,
  NOT_FOUND: 404,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  TASK_NOT_YOURS: 403,
  SUPPORT_REQUEST_NOT_YOURS: 403,
  OBJECTION_SUPERVISOR_IS_IMPLEMENTER: 403,
  REQUEST_INVALID: 400,
  MODEL_INVALID: 400,
  FACT_UNKNOWN: 422,
  FACT_NOT_ASKED: 422,
  VALUE_MISMATCH: 422,
  STAGE_UNKNOWN: 422,
  ACTION_UNKNOWN: 422,
  STYLE_UNKNOWN: 422,
  OBJECTION_TYPE_UNKNOWN: 422,
  MODEL_HAS_ERRORS: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  FILE_UNREADABLE: 422,
}

/** What a refusal or a failure is to the caller. Whatever is not a refusal of ours conflicts with the present state: 409. */
export function asProblem(error: unknown): Problem {
  if (error instanceof DomainError)
    return problem(statusOf[error.code] ?? 409, error.code, error.message, { ...error.details })
  if (error instanceof ZodError)
    return problem(400, 'REQUEST_INVALID', sentenceOf(error), {
      issues: error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    })
  if (isBodyError(error))
    return problem(
      error.status,
      'REQUEST_INVALID',
      error.status === 413
        ? 'The request is too large. Send less at once.'
        : 'The body is not valid JSON. Correct it and send it again.',
    )
  if (isOutage(error))
    return problem(
      503,
      'SERVICE_UNAVAILABLE',
      'A part that Keynode needs is out of reach. Nothing was changed; try again in a moment.',
    )
  return problem(
    500,
    'UNEXPECTED',
    'Keynode failed in a way it should not. It has been logged; try again, and tell your administrator if it stays.',
  )
}

const problem = (status: number, code: string, detail: string, details?: Record<string, unknown>): Problem => ({
  type: `/api/v1/docs/problems#${code}`,
  title: code.toLowerCase().replaceAll('_', ' '),
  status,
  detail,
  code,
  ...(details && Object.keys(details).length > 0 && { details }),
})

const sentenceOf = (error: ZodError): string =>
  `The request cannot be used: ${error.issues
    .slice(0, 5)
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ')}.`

const isBodyError = (error: unknown): error is { status: number } =>
  error instanceof Error && 'type' in error && typeof error.type === 'string' && error.type.startsWith('entity.')

/** Connection errors of the database and of Temporal's client. */
function isOutage(error: unknown): boolean {
  if (error instanceof ServiceError) return true
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'ECONNREFUSED', 'ECONNRESET', '57P01', '57P03'].includes(code) ||
    /Can't reach database|ECONNREFUSED|Connection terminated|DriverAdapterError/.test(`${error.name} ${error.message}`)
  )
}

export const problemHandler: ErrorRequestHandler = (error, request, response, _next) => {
  const answer = asProblem(error)
  if (answer.status >= 500) console.error(`${request.method} ${request.originalUrl}`, error)
  response.status(answer.status).type('application/problem+json').send(JSON.stringify(answer))
}
