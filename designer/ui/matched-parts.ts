export type TextPart = { text: string; isMatch: boolean }

/**
 * A text in parts, of which those match that are one of the words, as a search compares: case and width make no difference.
 * Words are apart by spaces.
 */
export function matchedParts(text: string, wanted: string): TextPart[] {
  const words = fold(wanted).split(/\s+/).filter(Boolean)
  const letters = [...text]
  // Where each folded character comes from: folding can make several of one.
  const folded = letters.flatMap((letter, at) => [...fold(letter)].map((character) => ({ character, at })))
  const matches = new Set<number>()
  for (const word of words.map((word) => [...word]))
    for (let start = 0; start + word.length <= folded.length; start++)
      if (word.every((character, n) => folded[start + n]?.character === character))
        for (let n = 0; n < word.length; n++) matches.add(folded[start + n]?.at ?? -1)
  const parts: TextPart[] = []
  for (const [at, letter] of letters.entries()) {
    const last = parts.at(-1)
    if (last?.isMatch === matches.has(at)) last.text += letter
    else parts.push({ text: letter, isMatch: matches.has(at) })
  }
  return parts
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
