import type { z } from 'zod'
import { deepest, plainIssues, whyUnreadable } from '#engine'
import { DomainError } from '#engine/deal'

/** A part of a request as its schema says. Throws `REQUEST_INVALID`; its details are what is wrong, by path. */
export function readRequest<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  refuseUnreadable(given)
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const issues = plainIssues(read.error.issues).map(({ path, issue }): [path: string, message: string] => [
    path.join('.'),
    issue.code === 'unrecognized_keys' ? 'there is no such member; leave it out' : issue.message,
  ])
  const sentences = issues.map(([path, message]) => (path ? `${path}: ${message}` : message))
  throw new DomainError(
    'REQUEST_INVALID',
    `The request cannot be used: ${sentences.slice(0, 5).join('; ')}.`,
    Object.fromEntries(issues.map(([path, message]) => [path || 'request', message])),
  )
}

function refuseUnreadable(given: unknown): void {
  const why = whyUnreadable(given)
  if (why === 'broken-character')
    throw new DomainError(
      'REQUEST_INVALID',
      'The text holds a broken character (a NUL, or half of an emoji) that cannot be stored. Type it again.',
    )
  if (why === 'too-deep')
    throw new DomainError('REQUEST_INVALID', `The body is nested deeper than ${deepest} levels. Make it flatter.`)
}
