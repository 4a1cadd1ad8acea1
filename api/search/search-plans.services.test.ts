import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabase, type TestDatabase } from '../../tests/support/database.ts'
import type { User } from '../people/contract.ts'
import { accountsSource } from './find-accounts.ts'
import { dealsSource } from './find-deals.ts'
import { bestFitting, type Source } from './find-keys.ts'
import { leadsSource } from './find-leads.ts'
import { peopleSource } from './find-people.ts'
import { requestsSource } from './find-requests.ts'
import { wantedOf } from './wanted.ts'

const rows = 4000
let database: TestDatabase
beforeAll(async () => {
  database = await aDatabase()
  const run = (sql: string) => database.db.$executeRawUnsafe(sql)
  const each = `FROM generate_series(1, ${rows}) AS n`
  await run(`INSERT INTO segment (id, name) VALUES ('s', 'S')`)
  await run(`INSERT INTO process_model (id, segment_id, draft) VALUES ('m', 's', '{}')`)
  await run(`INSERT INTO model_version (id, model_id, number, model, plan_hash, plan, note, published_by)
    VALUES ('v', 'm', 1, '{}', 'h', '{}', '', 'ops')`)
  await run(
    `INSERT INTO account (id, name) SELECT 'a' || n, (ARRAY['台灣工業', '中華電信', '富邦'])[1 + n % 3] || ' Acme ' || md5(n::TEXT) ${each}`,
  )
  await run(`INSERT INTO deal (id, name, segment_id, model_version_id, plan_hash, account_id, owner_id, status, seq,
      open_stages, state, opened_at, updated_at)
    SELECT 'd' || n, 'Press line ' || n, 's', 'v', 'h', 'a' || n, 'rep' || n % 40, 'open', 1, '{}',
      jsonb_build_object('people', jsonb_build_object('p', jsonb_build_object('role', 'r', 'name', (ARRAY['王小', '李大', '陳美'])[1 + n % 3] || n, 'title', ''))),
      now(), now() ${each}`)
  await run(`INSERT INTO support_request (deal_id, id, name, trigger_id, department_id, status, blocks, opened_at, seq)
    SELECT 'd' || n, 'r', 'Look at terms ' || md5(n::TEXT), 't', 'legal', 'open', TRUE, now(), 1 ${each}`)
  await run(`INSERT INTO lead (id, segment_id, name, stage, tags, fields, owner_id, created_at, changed_at)
    SELECT 'l' || n, 's', 'Café ' || md5(n::TEXT), 'new', '{}', '{}', 'rep' || n % 40, now(), now() ${each}`)
  await run('ANALYZE')
})
afterAll(() => database?.drop())

const manager: User = { id: 'm', name: 'M', email: 'm@example.com', role: 'manager', departments: [] }
const rep: User = { ...manager, id: 'rep7', role: 'rep' }

async function planOf(source: Source, text: string): Promise<string> {
  const { sql, values } = bestFitting(source, wantedOf(text))
  const numbered = sql.split('?').reduce((before, after, n) => `${before}$${n}${after}`)
  const lines = await database.db.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${numbered}`, ...values)
  return lines.map((line) => line['QUERY PLAN']).join('\n')
}

test.each([
  ['deal', dealsSource],
  ['account', accountsSource],
  ['deal_person', peopleSource],
  ['support_request', requestsSource],
  ['lead', leadsSource],
] as const)('of many rows of %s those that hold a text are read from its index', async (table, source) => {
  for (const text of ['工業', '王', 'press 123', 'f3']) {
    const plan = await planOf(source(manager), text)
    expect(plan).toContain(`on ${table}_search`)
    expect(plan).not.toContain(`Seq Scan on ${table}\n`)
  }
})

test.each([
  ['deal', dealsSource],
  ['deal_person', peopleSource],
  ['lead', leadsSource],
] as const)('a rep’s rows of %s are found without reading those of others', async (table, source) => {
  const plan = await planOf(source(rep), '王小')
  expect(plan).toMatch(new RegExp(`on (${table}_search|${table}_owner_id)`))
  expect(plan).not.toContain('Seq Scan on')
})
