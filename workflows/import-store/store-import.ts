import type { Db, Prisma, Transaction } from '../../prisma/client.ts'
import type { Decision, Decisions } from '../importing/decide-rows.ts'
import { countOf, type Standing } from '../importing/standing.ts'
import { type AccountsFound, ensureAccounts } from './ensure-accounts.ts'
import { ensurePeople, type PeopleFound } from './ensure-people.ts'
import { standingsOf } from './standings.ts'
import type { StoredDeal } from './stored-deal.ts'

export type ImportToStore = {
  importId: string
  source: string
  segmentId: string
  versionId: string
  decisions: Decisions
}

/** How many of an import's rows were opened already, and how many wait now. */
export type StoredImport = { opened: number; pending: number }

/**
 * Writes an import down, all of it or nothing: its people, its accounts, and each row with where it stands. Asked again
 * for the same import it keeps what is opened, and lets wait again what had failed.
 */
export function storeImport(db: Db, wanted: ImportToStore, newId: () => string): Promise<StoredImport> {
  return db.$transaction((tx) => write(tx, wanted, newId), { timeout: 60_000, maxWait: 10_000 })
}

async function write(tx: Transaction, wanted: ImportToStore, newId: () => string): Promise<StoredImport> {
  const { importId, source, decisions } = wanted
  // Two imports at once would both make the people whom neither sees yet; the lock makes them take turns.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('import'))`
  await tx.importBatch.upsert({
    where: { id: importId },
    create: {
      id: importId,
      source,
      segmentId: wanted.segmentId,
      modelVersionId: wanted.versionId,
      fileName: decisions.file,
    },
    update: {},
  })
  await ensurePeople(tx, managersIn(decisions), 'manager', newId)
  const agents = await ensurePeople(tx, agentsIn(decisions), 'rep', newId)
  const accounts = await ensureAccounts(tx, source, accountsIn(decisions), newId)
  const standings = await standingsOf(tx, wanted)
  await tx.importRow.deleteMany({ where: { importId } })
  const { rows } = decisions
  for (let start = 0; start < rows.length; start += rowsPerInsert)
    await tx.importRow.createMany({
      data: rows
        .slice(start, start + rowsPerInsert)
        .map((row) => rowOf(row, standings.get(row.line), importId, agents, accounts)),
    })
  return { opened: countOf(standings, 'opened'), pending: countOf(standings, 'pending') }
}

/** PostgreSQL takes 65,535 parameters a statement. */
const rowsPerInsert = 5000

const openRowsOf = ({ rows }: Decisions) => rows.flatMap((row) => (row.is === 'open' ? [row.deal] : []))
const managersIn = ({ agents }: Decisions) => agents.flatMap(({ manager }) => (manager ? [manager] : []))
const agentsIn = (decisions: Decisions) => [
  ...decisions.agents.map(({ name }) => name),
  ...openRowsOf(decisions).map(({ agent }) => agent),
]
const accountsIn = (decisions: Decisions) =>
  openRowsOf(decisions).flatMap(({ account }) => (account === undefined ? [] : [account]))

function rowOf(
  row: Decision,
  standing: Standing | undefined,
  importId: string,
  agents: PeopleFound,
  accounts: AccountsFound,
): Prisma.ImportRowCreateManyInput {
  const { status = 'pending', reason = '', dealId } = standing ?? {}
  const stored = { importId, line: row.line, rowId: row.id, status, reason, ...(dealId && { dealId }) }
  if (row.is !== 'open') return stored
  const { name, agent, account, cells, observations } = row.deal
  const owner = agents(agent)
  if (owner === undefined) throw new Error(`nobody stands for the agent ${agent}`)
  const accountId = account === undefined ? undefined : accounts(account)
  const deal: StoredDeal = { name, owner, ...(accountId && { account: accountId }), cells, observations }
  return { ...stored, deal }
}
