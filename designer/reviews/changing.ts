import type { ChosenChanges, ComparedRow } from '../../api/reviews/contract.ts'

/** A row of a sheet that would change its deal. */
export type Changing = Extract<ComparedRow, { said: unknown }>

export const changesIn = (rows: ComparedRow[]): Changing[] => rows.filter((row) => row.status !== 'refused')

/** A fact of a deal stands in a sheet once. */
export const keyOf = ({ deal, fact }: { deal: { id: string }; fact: string }): string => `${deal.id} ${fact}`

/** Rows that one request takes. */
const rowsAtOnce = 200

/** Chosen rows as requests, each taken over what is shown as known. */
export function parts(rows: Changing[]): ChosenChanges['rows'][] {
  const asked = rows.map(({ deal, fact, cell, said, now }) => ({ deal: deal.id, fact, cell, said, over: now }))
  return Array.from({ length: Math.ceil(asked.length / rowsAtOnce) }, (_, n) =>
    asked.slice(n * rowsAtOnce, (n + 1) * rowsAtOnce),
  )
}
