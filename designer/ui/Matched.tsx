import { matchedParts } from './matched-parts.ts'

/** A text, in which is marked what was looked for. */
export function Matched({ text, wanted }: { text: string; wanted: string }) {
  return matchedParts(text, wanted).map(({ text, isMatch }, n) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text do not move
    isMatch ? <mark key={n}>{text}</mark> : <span key={n}>{text}</span>,
  )
}
