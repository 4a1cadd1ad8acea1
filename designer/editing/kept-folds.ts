import { z } from 'zod'

const foldsSchema = z.array(z.string())

/** Which stages one person has folded in one drawing, kept in the browser. */
export function keptFolds(person: string, drawing: string) {
  const key = `keynode.folded.${person}.${drawing}`
  return {
    read(): ReadonlySet<string> {
      try {
        return new Set(foldsSchema.parse(JSON.parse(localStorage.getItem(key) ?? '[]')))
      } catch {
        return new Set()
      }
    },
    keep(folded: ReadonlySet<string>): void {
      if (folded.size > 0) localStorage.setItem(key, JSON.stringify([...folded]))
      else localStorage.removeItem(key)
    },
  }
}
