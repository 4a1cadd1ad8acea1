import { type Decision, type Decisions, type NoteKind, unfitSentence } from './decide-rows.ts'
import type { Standing, Standings } from './standing.ts'

/** One thing that did not fit, at its place in the files. */
export type ReportLine = { file: string; line: number | ''; id: string; what: string; why: string }

/** What each note is called, and what it means for a deal that opens nevertheless. */
export const noteMeanings: Record<NoteKind, { what: string; outcome: string }> = {
  'account-missing': { what: 'no account', outcome: 'opened without one' },
  'account-unknown': { what: 'account not in the list', outcome: 'opened with an account of this name' },
  'product-missing': { what: 'no product', outcome: 'opened without one' },
  'product-unknown': {
    what: 'product not in the list',
    outcome: 'opened with the spelling as it stands, and without what the list says of the product',
  },
  'agent-unknown': { what: 'agent not in the list', outcome: 'opened for a rep of this name' },
}

/** Everything that did not fit, each row of the pipeline in its order, then the lists beside it. */
export function reportLines(
  { file, rows, faults, columnsLeft, sources }: Decisions,
  standings: Standings,
): ReportLine[] {
  const ofRows = rows.flatMap((row) => {
    const at = { file, line: row.line, id: row.id }
    return [
      ...standingLines(standings.get(row.line)).map((told) => ({ ...at, ...told })),
      ...row.notes.map(({ kind, why }) => ({
        ...at,
        what: noteMeanings[kind].what,
        why: `${why}; ${outcomeOf(row, kind)}`,
      })),
      ...unfitOf(row).map((unfit) => ({ ...at, what: 'value not carried over', why: unfitSentence(unfit, sources) })),
    ]
  })
  return [
    ...ofRows,
    ...faults.map(({ why, ...at }) => ({ ...at, what: 'line of a list not used', why })),
    ...columnsLeft.map((column) => ({
      file: '',
      line: '' as const,
      id: column,
      what: 'column not carried over',
      why: 'the model has no attribute of this name, and no mapping says where it belongs',
    })),
  ]
}

const outcomeOf = (row: Decision, kind: NoteKind): string =>
  row.is === 'open' ? noteMeanings[kind].outcome : 'it is closed, so nothing is opened'

const unfitOf = (row: Decision) => (row.is === 'open' ? row.unfit : [])

function standingLines(standing: Standing | undefined): { what: string; why: string }[] {
  if (!standing) return []
  const { status, reason } = standing
  switch (status) {
    case 'failed':
      return [{ what: 'not opened', why: reason }]
    case 'pending':
      return [{ what: 'not opened yet', why: reason || 'it waits for the worker' }]
    case 'refused':
      return [{ what: 'refused', why: reason }]
    case 'known':
      return [{ what: 'here already', why: reason }]
    default:
      return reason ? [{ what: 'still open here', why: reason }] : []
  }
}
