import type { z } from 'zod'
import { DomainError } from '#engine/deal'

type Issue = z.core.$ZodIssue

/** Deeper than any model or event; what is read further down could exhaust the stack of whoever walks it. */
const deepest = 100
/** PostgreSQL keeps neither the NUL character nor half of a surrogate pair. */
const brokenCharacter = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** A part of a request as its schema says. Throws `REQUEST_INVALID`; its details are what is wrong, by path. */
export function readRequest<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  refuseUnreadable(given)
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const issues = read.error.issues.flatMap((issue) => saidIssues(issue, []))
  const sentences = issues.map(([path, message]) => (path ? `${path}: ${message}` : message))
  throw new DomainError(
    'REQUEST_INVALID',
    `The request cannot be used: ${sentences.slice(0, 5).join('; ')}.`,
    Object.fromEntries(issues.map(([path, message]) => [path || 'request', message])),
  )
}

/** What an issue says, by path. Of the alternatives of a union it is the one that the caller came nearest to. */
function saidIssues(issue: Issue, above: PropertyKey[]): [path: string, message: string][] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => [[...path, key].join('.'), 'there is no such member; leave it out'])
  const nearest = issue.code === 'invalid_union' ? issue.errors.toSorted((a, b) => reach(b) - reach(a))[0] : undefined
  if (nearest?.some(({ path }) => path.length > 0)) return nearest.flatMap((inner) => saidIssues(inner, path))
  return [[path.join('.'), issue.message]]
}

const reach = (issues: Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length))

function refuseUnreadable(given: unknown, depth = 0): void {
  if (typeof given === 'string' && brokenCharacter.test(given))
    throw new DomainError(
      'REQUEST_INVALID',
      'The text holds a broken character (a NUL, or half of an emoji) that cannot be stored. Type it again.',
    )
  if (typeof given !== 'object' || given === null) return
  if (depth > deepest)
    throw new DomainError('REQUEST_INVALID', `The body is nested deeper than ${deepest} levels. Make it flatter.`)
  for (const [key, value] of Object.entries(given)) {
    refuseUnreadable(key)
    refuseUnreadable(value, depth + 1)
  }
}
