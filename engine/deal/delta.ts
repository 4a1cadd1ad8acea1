import type { DealState } from './deal-state.ts'

type Json = string | number | boolean | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }
/** An RFC 7396 merge patch: members to set, and null for those to remove. */
export type Patch = { [key: string]: Json | Patch | null }

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The patch that turns one state into the next. Works since a state never holds null. */
export function diffState(previous: DealState | undefined, next: DealState): Patch {
  return diff((previous ?? {}) as unknown as JsonObject, next as unknown as JsonObject)
}

/** Applies a patch as RFC 7396 says; the state passed in is left as it is. */
export function applyPatch(previous: DealState | undefined, patch: Patch): DealState {
  return merge((previous ?? {}) as unknown as JsonObject, patch) as unknown as DealState
}

function diff(previous: JsonObject, next: JsonObject): Patch {
  const patch: Patch = {}
  for (const key of Object.keys(previous)) if (!(key in next)) patch[key] = null
  for (const [key, value] of Object.entries(next)) {
    const before = previous[key]
    if (before === value) continue
    if (isObject(value) && isObject(before)) {
      const inner = diff(before, value)
      if (Object.keys(inner).length > 0) patch[key] = inner
    } else if (JSON.stringify(before) !== JSON.stringify(value)) patch[key] = value
  }
  return patch
}

function merge(target: JsonObject, patch: Patch): JsonObject {
  const merged = { ...target }
  for (const [key, value] of Object.entries(patch)) {
    const before = merged[key]
    if (value === null) delete merged[key]
    else if (isObject(value)) merged[key] = merge(isObject(before) ? before : {}, value)
    else merged[key] = value as Json
  }
  return merged
}
