import { z } from 'zod'
import { DomainError } from '#engine/deal'

const scalar = z.union([z.string(), z.number(), z.boolean()])

const columnFactSchema = z.strictObject({
  /** The column that the fact's value stands in; of several, the first that has one. */
  column: z.union([z.string(), z.array(z.string()).min(1)]).transform((column) => [column].flat()),
  /** What a cell's text means, where it is not the value itself. */
  values: z.record(z.string(), scalar).default({}),
})

const stageMeaningSchema = z.strictObject({
  open: z.boolean(),
  /** What is known of a deal that the CRM says has come this far. */
  facts: z.record(z.string(), scalar).default({}),
})
export type StageMeaning = z.output<typeof stageMeaningSchema>

/** How a CRM's columns and stages read in a model's facts. A fact that is null is not filled. */
export const mappingSchema = z.strictObject({
  facts: z.record(z.string(), columnFactSchema.nullable()).default({}),
  stages: z.record(z.string(), stageMeaningSchema).default({}),
})
export type Mapping = z.output<typeof mappingSchema>

/** The stages of a CRM whose mapping says nothing else. */
export const usualStages: Record<string, StageMeaning> = {
  Prospecting: { open: true, facts: {} },
  Engaging: { open: true, facts: {} },
  Won: { open: false, facts: {} },
  Lost: { open: false, facts: {} },
}

/** Reads a mapping's JSON. Throws FILE_UNREADABLE that names the place which is wrong. */
export function readMapping(file: string, text: string): Mapping {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new DomainError('FILE_UNREADABLE', `${file} is not JSON: ${error instanceof Error ? error.message : error}`, {
      file,
    })
  }
  const parsed = mappingSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new DomainError(
    'FILE_UNREADABLE',
    `${file} is no mapping: ${issue?.path.join('.') || 'it'} — ${issue?.message}. Write {"facts": {"attribute.region": {"column": "regional_office"}}}.`,
    { file },
  )
}
