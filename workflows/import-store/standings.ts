import type { Transaction } from '../../prisma/client.ts'
import { importedDealId } from '../import-contract.ts'
import type { Decision, Decisions } from '../importing/decide-rows.ts'
import type { RowStatus, Standing, Standings } from '../importing/standing.ts'
import type { StoredDeal } from './stored-deal.ts'

type Asked = { importId: string; source: string; decisions: Decisions }
type Here = { status: string; segment: string; cells?: Record<string, string> }

/** Where each row stands before the import goes on, by its line: what is here already, and what is still to be opened. */
export async function standingsOf(tx: Transaction, asked: Asked): Promise<Standings> {
  const { importId, source, decisions } = asked
  const own = await tx.importRow.findMany({ where: { importId, status: 'opened' }, select: { line: true } })
  const opened = new Set(own.map(({ line }) => line))
  const here = await dealsOf(tx, source, importId)
  return new Map(
    decisions.rows.map((row) => [
      row.line,
      opened.has(row.line)
        ? { status: 'opened', reason: '' }
        : standingOf(row, here.get(importedDealId(source, row.id))),
    ]),
  )
}

/** Where each row stands now, as it is stored. */
export async function storedStandings(tx: Transaction, importId: string): Promise<Standings> {
  const rows = await tx.importRow.findMany({
    where: { importId },
    select: { line: true, status: true, reason: true },
  })
  return new Map(rows.map(({ line, status, reason }) => [line, { status: status as RowStatus, reason }]))
}

function standingOf(row: Decision, here: Here | undefined): Standing {
  if (row.is === 'refused') return { status: 'refused', reason: row.why }
  if (row.is === 'closed')
    return {
      status: 'closed',
      reason: here?.status === 'open' ? `it is ${row.stage} in the file, and its deal is still open here` : '',
    }
  if (!here) return { status: 'pending', reason: '' }
  const changes = here.cells ? changesOf(here.cells, row.deal.cells) : []
  return {
    status: 'known',
    reason: [`its deal is ${here.status} in “${here.segment}” already and stays as it is`, ...changes].join('; '),
  }
}

const changesOf = (before: Record<string, string>, after: Readonly<Record<string, string>>): string[] =>
  Object.keys({ ...before, ...after })
    .filter((column) => (before[column] ?? '') !== (after[column] ?? ''))
    .map((column) => `${column} was “${before[column] ?? ''}” then, is “${after[column] ?? ''}” now`)

/** The deals that a source has brought, with the rows that they were opened from. */
async function dealsOf(tx: Transaction, source: string, importId: string): Promise<Map<string, Here>> {
  const deals = await tx.deal.findMany({
    // A row whose workflow has not taken its first step is no deal yet.
    where: { externalId: { startsWith: importedDealId(source, '') }, seq: { gt: 0 } },
    select: { id: true, externalId: true, status: true, segment: { select: { name: true } } },
  })
  const rows = await tx.importRow.findMany({
    where: { status: 'opened', importId: { not: importId }, import: { source } },
    select: { dealId: true, deal: true },
  })
  const cells = new Map(rows.map(({ dealId, deal }) => [dealId, (deal as StoredDeal | null)?.cells]))
  return new Map(
    deals.map(({ id, externalId, status, segment }) => {
      const known = cells.get(id)
      return [externalId ?? '', { status, segment: segment.name, ...(known && { cells: known }) }]
    }),
  )
}
