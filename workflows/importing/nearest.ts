/** The name that was most likely meant: the same but for case, spaces and signs, else one at most two letters away. */
export function nearest(spelling: string, names: Iterable<string>): string | undefined {
  const plain = lettersOf(spelling)
  const ranked = [...names]
    .map((name) => ({ name, distance: distance(plain, lettersOf(name)) }))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
  const [best] = ranked
  return best && best.distance <= Math.min(2, plain.length / 3) ? best.name : undefined
}

/** A name without case, spaces and signs. */
export const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** How many letters have to be added, taken away or changed (Levenshtein, 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++)
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === b[j] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
