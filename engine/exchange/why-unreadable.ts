/** Deeper than any model or event; what is read further down could exhaust the stack of whoever walks it. */
export const deepest = 100
/** PostgreSQL keeps neither the NUL character nor half of a surrogate pair. */
const brokenCharacter = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** Why JSON that somebody sends cannot be worked with, whatever it is about: a character that cannot be stored, or its depth. */
export function whyUnreadable(given: unknown, depth = 0): 'broken-character' | 'too-deep' | undefined {
  if (typeof given === 'string') return brokenCharacter.test(given) ? 'broken-character' : undefined
  if (typeof given !== 'object' || given === null) return undefined
  if (depth > deepest) return 'too-deep'
  for (const [key, value] of Object.entries(given)) {
    const why = whyUnreadable(key) ?? whyUnreadable(value, depth + 1)
    if (why) return why
  }
  return undefined
}
