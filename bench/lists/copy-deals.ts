import type pg from 'pg'
import { customer, dealName, patternCount, seller } from './pattern-deals.ts'

/** Columns that name the seller, where a pattern's seller stands in them. */
const bySeller = ['owner_id', 'by_id', 'assignee_id', 'raised_by', 'user_id']
const tablesOfDeals = ['deal_event', 'task', 'support_request', 'objection', 'deviation', 'stay', 'signed_wait']

/** The first of the sellers works this many, so that 200 are open; the others each 125, of which 100 are open. */
const busiest = 250
const usual = 125

/** How many sellers so many deals are spread over. */
export const sellerCount = (deals: number): number => 1 + Math.ceil(Math.max(0, deals - busiest) / usual)

/**
 * Copies the patterns until there are so many deals with them, with all rows of theirs: each of a seller and an account of its own,
 * begun up to 40 days earlier. Expects triggers to be off.
 */
export async function copyDeals(client: pg.Client, deals: number, sellers: string[]): Promise<void> {
  await client.query(
    `CREATE TEMPORARY TABLE "copy" AS
     SELECT md5('deal' || n)::UUID::TEXT AS "id", 'the-deal-' || n % ${patternCount} AS "pattern",
       ($1::TEXT[])[CASE WHEN n < ${busiest} THEN 1 ELSE 2 + (n - ${busiest}) / ${usual} END] AS "owner",
       'account ' || n / 4 AS "account", make_interval(mins => n * 7919 % 57600) AS "shift",
       (ARRAY['Licences', 'Hosted edition', '授權', '平台', 'Support', '資料庫', 'Ｅ化', 'Renewal'])[1 + n % 8] || ' ' ||
         (ARRAY['for', 'of', '給', 'at'])[1 + n / 8 % 4] || ' ' || left(md5('name' || n), 6) AS "name",
       (ARRAY['王', '李', '陳', 'Anna ', 'Tom ', '張', '林', 'Zoë '])[1 + n % 8] ||
         (ARRAY['小明', '美玲', 'Berg', 'Novak', '大同', 'Aoki'])[1 + n / 8 % 6] || ' ' || n % 997 AS "customer"
     FROM generate_series(0, $2::INTEGER - ${patternCount + 1}) AS n`,
    [sellers, deals],
  )
  await client.query('ANALYZE "copy"')
  await client.query(
    `INSERT INTO "account" ("id", "name")
     SELECT 'account ' || n, (ARRAY['台灣', '中華', 'Acme', '富邦', 'Nordic', 'Østfold', '新光', 'Blue'])[1 + n % 8] ||
       (ARRAY['工業', '電信', ' Steel', ' Foods', '精密', ' Labs'])[1 + n / 8 % 6] || ' ' || left(md5('account' || n), 5)
     FROM generate_series(0, $1::INTEGER / 4) AS n`,
    [deals],
  )
  const of = (json: string) =>
    [
      [`'"' || c."pattern" || '"'`, `'"' || c."id" || '"'`],
      [`'"${seller}"'`, `'"' || c."owner" || '"'`],
      [`'"${dealName}"'`, `'"' || c."name" || '"'`],
      [`'"${customer}"'`, `'"' || c."customer" || '"'`],
    ].reduce((text, [was, is]) => `replace(${text}, ${was}, ${is})`, `${json}::TEXT`)
  await copyRows(client, 'deal', 'p."id" = c."pattern"', {
    id: 'c."id"',
    name: 'c."name"',
    account_id: 'c."account"',
    external_id: 'NULL',
    wake_at: 'NULL',
    state: `${of('p."state"')}::JSONB`,
  })
  const own = { deal_id: 'c."id"' }
  const ofDeal = 'p."deal_id" = c."pattern"'
  for (const table of tablesOfDeals) await copyRows(client, table, ofDeal, own)
  await copyRows(client, 'deal_person', ofDeal, { ...own, name: 'c."customer"' })
  // Managers are told of each deal as well, but nobody of a hundred thousand.
  await copyRows(client, 'notification', `${ofDeal} AND p."user_id" = '${seller}'`, { ...own, id: 'c."id" || p."id"' })
}

/** A row for each copy of its pattern's; `own` says which columns differ, times and sellers aside. */
async function copyRows(client: pg.Client, table: string, on: string, own: Record<string, string>): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT "attname" AS "name", "atttypid"::REGTYPE::TEXT AS "type" FROM "pg_attribute"
     WHERE "attrelid" = $1::REGCLASS AND "attnum" > 0 AND NOT "attisdropped"`,
    [table],
  )
  const columns = rows.map(({ name }) => `"${name}"`).join(', ')
  const values = rows.map(({ name, type }) => own[name] ?? moved(name, type)).join(', ')
  await client.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${values} FROM "copy" AS c JOIN "${table}" AS p ON ${on}`,
  )
}

function moved(name: string, type: string): string {
  if (type === 'timestamp with time zone') return `p."${name}" - c."shift"`
  return bySeller.includes(name)
    ? `CASE p."${name}" WHEN '${seller}' THEN c."owner" ELSE p."${name}" END`
    : `p."${name}"`
}
