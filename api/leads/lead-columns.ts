import type { Funnel, ProductWords } from '#engine'
import { tableLanguages, tableWords } from '../exports/table-words.ts'

/** The columns that every list has. */
export const requiredColumns = ['key', 'name'] as const
/** A lead's own columns, as lists name them that no person reads; the others are fields of the funnel. */
export const ownColumns = [...requiredColumns, 'account', 'contact', 'source', 'stage', 'tags', 'owner'] as const
type OwnColumn = (typeof ownColumns)[number]

/**
 * Which column a heading means: a field of the funnel where it is called so, else a lead's own by its name or by what a table
 * that was saved calls it in any language, whatever its case; else what it says.
 */
export async function leadColumns({ fields }: Funnel): Promise<(heading: string) => string> {
  const languages = await Promise.all(tableLanguages.map(tableWords))
  const own = new Map<string, OwnColumn>()
  for (const column of ownColumns)
    for (const heading of [column, ...languages.map((words) => headingOf(words)[column])])
      own.set(heading.toLowerCase(), column)
  const isField = (heading: string) => fields.some(({ id, name }) => id === heading || name === heading)
  const isOwn = (heading: string) => ownColumns.some((column) => column === heading)
  return (heading) => (isField(heading) && !isOwn(heading) ? heading : (own.get(heading.toLowerCase()) ?? heading))
}

/** What a saved table calls a lead's own columns. */
const headingOf = ({ name, account, owner, column }: ProductWords): Record<OwnColumn, string> => ({
  key: column.key,
  name,
  account,
  contact: column.contact,
  source: column.source,
  stage: column.leadStage,
  tags: column.tags,
  owner,
})
