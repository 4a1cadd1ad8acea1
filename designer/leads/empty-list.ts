import type { Funnel } from '#engine'

const own = ['key', 'name', 'account', 'contact', 'source', 'stage', 'tags', 'owner']
/** A name that is a cell as it is, to a spreadsheet too: it has no separator, and begins no formula. */
const plain = /^[\p{L}\p{N}][^",;\t\r\n]*$/u

/** A CSV list of leads with all its columns and no row. Its first sign tells spreadsheets that it is UTF-8. */
export function emptyList({ fields }: Funnel): string {
  const columns = fields.map(({ id, name }) => (plain.test(name) && !own.includes(name) ? name : id))
  return `\ufeff${[...own, ...columns].join(',')}\r\n`
}
