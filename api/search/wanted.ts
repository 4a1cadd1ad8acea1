/** A text as it is compared, as `search_text` does in the database: full-width forms, case and spacing make no difference. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

const mostWords = 8

/** What is looked for: texts that hold all of the words. */
export type Wanted = { phrase: string; words: string[] }

export function wantedOf(text: string): Wanted {
  const phrase = plain(text)
  return { phrase, words: [...new Set(phrase.split(' '))].slice(0, mostWords) }
}

export const holds = (text: string, { words }: Wanted): boolean => words.every((word) => text.includes(word))

/** How well a text that holds the words fits: best where it begins with them, then where a word of it does. */
export function rankOf(text: string, { phrase }: Wanted): number {
  if (text.startsWith(phrase)) return 0
  if (text.includes(` ${phrase}`)) return 1
  return text.includes(phrase) ? 2 : 3
}
