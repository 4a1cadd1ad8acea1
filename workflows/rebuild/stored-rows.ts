import { canonicalJson } from '#engine'
import type { DealState } from '#engine/deal'
import type { Transaction } from '../../prisma/client.ts'
import { readModelRows } from '../activities/read-model-rows.ts'

/** One value of the read model that was not what the deal says. `column` is `row` where a whole row was missing or too many. */
export type Difference = { dealId: string; table: string; id: string; column: string; was: unknown; is: unknown }

type Row = Record<string, unknown>

const lists = {
  task: 'tasks',
  support_request: 'requests',
  objection: 'objections',
  deviation: 'deviations',
} as const

/** What stands beside rows for lists, from their deal's own row and not from its state: triggers keep it. */
const kept = ['segment_id', 'is_running']

/** Compares what is stored of a deal with its state, value by value, and writes what differs where it is told to. */
export async function settleRows(tx: Transaction, state: DealState, write: boolean): Promise<Difference[]> {
  const differences = await settleDeal(tx, state, write)
  for (const table of Object.keys(lists) as (keyof typeof lists)[])
    differences.push(...(await settleList(tx, state, table, write)))
  return differences
}

async function settleDeal(tx: Transaction, state: DealState, write: boolean): Promise<Difference[]> {
  const { dealId } = state
  const columns = [...Object.keys(readModelRows(state).deal), 'model_version_id']
  const row = { ...readModelRows(state).deal, model_version_id: await versionIdOf(tx, state) }
  const [wanted] = await rowsIn(tx, 'jsonb_populate_record(NULL::"deal", $1::jsonb)', JSON.stringify(row))
  const [stored] = await rowsIn(tx, '(SELECT * FROM "deal" WHERE "id" = $1)', dealId)
  const differences = differencesOf({ dealId, table: 'deal', id: dealId }, stored, wanted, columns)
  if (write && differences.length > 0) {
    const named = columns.map((column) => `"${column}"`).join(', ')
    await tx.$executeRawUnsafe(
      `UPDATE "deal" SET (${named}) = (SELECT ${named} FROM jsonb_populate_record(NULL::"deal", $1::jsonb)) WHERE "id" = $2`,
      JSON.stringify(row),
      dealId,
    )
  }
  return differences
}

/** The version of its segment that a deal's plan belongs to: by its number where it was moved, else the one that it is on. */
async function versionIdOf(tx: Transaction, { dealId, planHash, version }: DealState): Promise<string | undefined> {
  const found = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT v."id" FROM "model_version" v
     JOIN "process_model" m ON m."id" = v."model_id" JOIN "deal" d ON d."segment_id" = m."segment_id"
     WHERE d."id" = $1 AND (v."plan_hash" = $2 OR v."number" = $3::INTEGER)
     ORDER BY (v."number" = $3::INTEGER) DESC NULLS LAST, (v."id" = d."model_version_id") DESC, v."number" DESC LIMIT 1`,
    dealId,
    planHash,
    version ?? null,
  )
  return found[0]?.id
}

async function settleList(
  tx: Transaction,
  state: DealState,
  table: keyof typeof lists,
  write: boolean,
): Promise<Difference[]> {
  const { dealId } = state
  const rows = JSON.stringify(readModelRows(state)[lists[table]])
  const wanted = byId(await rowsIn(tx, `jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`, rows))
  const stored = byId(await rowsIn(tx, `(SELECT * FROM "${table}" WHERE "deal_id" = $1)`, dealId))
  const differences = [...new Set([...wanted.keys(), ...stored.keys()])].flatMap((id) =>
    differencesOf(
      { dealId, table, id },
      stored.get(id),
      wanted.get(id),
      Object.keys(wanted.get(id) ?? {}).filter((column) => !kept.includes(column)),
    ),
  )
  if (write && differences.length > 0) {
    await tx.$executeRawUnsafe(`DELETE FROM "${table}" WHERE "deal_id" = $1`, dealId)
    await tx.$executeRawUnsafe(
      `INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
      rows,
    )
  }
  return differences
}

/** Rows as the database itself writes them, so that those to be and those that are can be compared to the letter. */
async function rowsIn(tx: Transaction, from: string, parameter: string): Promise<Row[]> {
  const rows = await tx.$queryRawUnsafe<{ row: Row }[]>(`SELECT to_jsonb(x) AS row FROM ${from} x`, parameter)
  return rows.map(({ row }) => row)
}

const byId = (rows: Row[]): Map<string, Row> => new Map(rows.map((row) => [String(row.id), row]))

function differencesOf(
  of: Pick<Difference, 'dealId' | 'table' | 'id'>,
  was: Row | undefined,
  is: Row | undefined,
  columns: string[],
): Difference[] {
  if (!was || !is) return [{ ...of, column: 'row', was: was ?? null, is: is ?? null }]
  return columns
    .filter((column) => canonicalJson(was[column] ?? null) !== canonicalJson(is[column] ?? null))
    .map((column) => ({ ...of, column, was: was[column], is: is[column] }))
}
