import type { Table, TableRow } from './table.ts'

/** Something in a list beside the pipeline that could not be used, and why. */
export type Fault = { file: string; line: number; id: string; why: string }
export type ReferenceList = { file: string; columns: string[]; byName: ReadonlyMap<string, TableRow>; faults: Fault[] }

/** A list by the name in its `key` column. Where a name stands twice, the first counts. */
export function referenceList({ file, columns, rows, broken }: Table, key: string): ReferenceList {
  const byName = new Map<string, TableRow>()
  const faults: Fault[] = broken.map(({ line, cells, why }) => ({ file, line, id: cells[0] ?? '', why }))
  for (const row of rows) {
    const name = row.cells[key] ?? ''
    const first = byName.get(name)
    if (name === '') faults.push({ file, line: row.line, id: '', why: `it has no ${key}` })
    else if (first) faults.push({ file, line: row.line, id: name, why: `it stands on line ${first.line} already` })
    else byName.set(name, row)
  }
  return { file, columns, byName, faults }
}
