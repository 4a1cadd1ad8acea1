import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Answer, grades, scalarSchema } from '#engine'

/** What a row of a sheet is about, and what it was given when the sheet was made. */
export type RowKey = { deal: string; fact: string; given: Answer }

const keySchema = z.tuple([z.string(), z.string(), scalarSchema.nullable(), z.enum(grades).nullable()])

/** The key as a cell. It ends with a checksum, so that one that a spreadsheet has cut or counted up is none. */
export function writeRowKey({ deal, fact, given }: RowKey): string {
  const content = JSON.stringify([deal, fact, given?.value ?? null, given?.grade ?? null])
  return `${content}~${checksum(content)}`
}

/** Nothing where the cell is no key of ours, or is damaged. */
export function readRowKey(cell: string): RowKey | undefined {
  const content = cell.slice(0, cell.lastIndexOf('~'))
  if (content === '' || cell.slice(content.length + 1) !== checksum(content)) return undefined
  const [deal, fact, value, grade] = keySchema.parse(JSON.parse(content))
  return { deal, fact, given: value === null ? undefined : { value, grade: grade ?? 'said' } }
}

const checksum = (content: string): string => createHash('sha256').update(content).digest('hex').slice(0, 12)
