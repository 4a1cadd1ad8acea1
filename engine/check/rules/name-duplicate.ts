import type { Check } from '../finding.ts'
import { nameKey } from '../name-key.ts'
import { partsOf } from '../parts-of.ts'

/** Two things that people could not tell apart where they choose between them. */
export const nameDuplicate: Check<'name-duplicate'> = (model) => {
  const taken = new Set<string>()
  return partsOf(model).flatMap((part) => {
    const key = nameKey(part)
    if (!taken.has(key)) {
      taken.add(key)
      return []
    }
    return [{ place: part.place, values: { name: part.name } }]
  })
}
