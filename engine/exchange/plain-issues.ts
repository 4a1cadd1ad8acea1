import type { z } from 'zod'

type Issue = z.core.$ZodIssue
/** One thing that a schema refuses, with the whole path to it. */
export type PlainIssue = { path: PropertyKey[]; issue: Issue }

/** What a schema refuses, one by one: each unknown member by itself, and of a union the alternative that came nearest. */
export const plainIssues = (issues: readonly Issue[]): PlainIssue[] => issues.flatMap((issue) => plain(issue, []))

function plain(issue: Issue, above: PropertyKey[]): PlainIssue[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], issue }))
  const nearest = issue.code === 'invalid_union' ? issue.errors.toSorted((a, b) => reach(b) - reach(a))[0] : undefined
  if (nearest?.some((inner) => inner.path.length > 0)) return nearest.flatMap((inner) => plain(inner, path))
  return [{ path, issue }]
}

const reach = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length))
