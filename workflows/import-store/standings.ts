import type { Transaction } from '../../prisma/client.ts'
import { importedDealId } from '../import-contract.ts'
import type { Decision, Decisions } from '../importing/decide-rows.ts'
import type { RowStatus, Standing, Standings } from '../importing/standing.ts'
import type { StoredDeal } from './stored-deal.ts'

type Asked = { importId: string; source: string; decisions: Decisions }
/** A deal that is here; with the row that another import had opened it from. */
type Here = { id: string; status: string; segment: string; openedFrom?: StoredDeal }

/**
 * Where each row stands before the import goes on, by its line: what is here already, and what is still to be opened. A deal
 * that this import had opened when its worker died counts as opened by it.
 */
export async function standingsOf(tx: Transaction, asked: Asked): Promise<Standings> {
  const { importId, source, decisions } = asked
  const begun = await tx.importRow.findMany({
    where: { importId, status: { in: ['opened', 'pending', 'failed'] } },
    select: { line: true },
  })
  const lines = new Set(begun.map(({ line }) => line))
  const here = await dealsOf(tx, source, importId)
  return new Map(
    decisions.rows.map((row) => [
      row.line,
      standingOf(row, here.get(importedDealId(source, row.id)), lines.has(row.line)),
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

function standingOf(row: Decision, here: Here | undefined, begun: boolean): Standing {
  if (row.is === 'refused') return { status: 'refused', reason: row.why }
  if (row.is === 'closed')
    return {
      status: 'closed',
      reason: here?.status === 'open' ? `it is ${row.stage} in the file, and its deal is still open here` : '',
    }
  if (!here) return { status: 'pending', reason: '' }
  if (begun && !here.openedFrom) return { status: 'opened', reason: '', dealId: here.id }
  const changes = here.openedFrom ? changesOf(here.openedFrom.cells, row.deal.cells) : []
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
  const openedFrom = new Map(rows.map(({ dealId, deal }) => [dealId, deal as StoredDeal | null]))
  return new Map(
    deals.map(({ id, externalId, status, segment }) => {
      const from = openedFrom.get(id)
      return [externalId ?? '', { id, status, segment: segment.name, ...(from && { openedFrom: from }) }]
    }),
  )
}
