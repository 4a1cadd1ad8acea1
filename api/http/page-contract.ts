import { z } from 'zod'

/** A page of a list, and how many rows the whole list has. */
export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ items: z.array(row), total: z.number() })
export type Page<Row> = { items: Row[]; total: number }

/** Which way a list is sorted by what it is sorted by: `up` begins with the smallest, the soonest or A. */
export const directionSchema = z.enum(['up', 'down'])
export type Direction = z.infer<typeof directionSchema>
/** The same, as a query for rows says it. */
export const wayOf = (direction: Direction) => (direction === 'up' ? 'asc' : 'desc')

/** Pages are numbered from 1. */
export const pageQuery = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
}
