import { type Fact, type Scalar, standingFacts, wordsOfNoted } from '#engine'
import type { DealState } from '#engine/deal'

/** As which fact of a model something noted is read, and its value there; nothing where it stays a note. */
export type Read = { noted: string; fact?: string | undefined; value?: Scalar | undefined }

/** Facts of the model that people can learn. */
export const readable = ({ origin }: Fact): boolean => ['attribute', 'element', 'commitment'].includes(origin.kind)

/** What a deal has noted, each read as the fact of the model that is called alike, where there is one. */
export function likelyReading({ observations }: DealState, facts: Fact[]): Read[] {
  return [...standingFacts(observations)].flatMap(([noted, { value }]): Read[] => {
    const words = wordsOfNoted(noted)
    if (words === undefined) return []
    const alike = facts.find(({ label }) => label.trim().toLowerCase() === words.trim().toLowerCase())
    return [alike ? { noted, fact: alike.name, value: valueAs(value, alike) } : { noted }]
  })
}

/** A noted value as another fact takes it, where that is plain; else it has to be given anew. */
export function valueAs(value: Scalar, { value: type }: Pick<Fact, 'value'>): Scalar | undefined {
  switch (type.kind) {
    case 'text':
      return String(value)
    case 'number':
    case 'money': {
      const number = Number(String(value).replaceAll(',', ''))
      return String(value).trim() !== '' && Number.isFinite(number) ? number : undefined
    }
    case 'flag':
      return typeof value === 'boolean' ? value : undefined
    case 'choice':
      return type.options.find((option) => option.toLowerCase() === String(value).trim().toLowerCase())
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? String(value) : undefined
  }
}
