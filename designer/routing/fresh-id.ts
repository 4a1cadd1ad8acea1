/** An id that none of the list has: the word, and the first number that is free. */
export function freshId(word: string, taken: readonly { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id))
  for (let n = 1; ; n++) if (!ids.has(`${word}-${n}`)) return `${word}-${n}`
}
