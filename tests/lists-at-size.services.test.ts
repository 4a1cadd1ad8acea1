import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileModel, processModelSchema } from '#engine'
import { cohort } from '../api/cohorts/cohort.ts'
import { cohortDeals } from '../api/cohorts/cohort-deals.ts'
import { dealList } from '../api/deals/deal-list.ts'
import { dealOutlook } from '../api/deals/outlook.ts'
import { whatWorked } from '../api/deals/what-worked.ts'
import type { Deps } from '../api/deps.ts'
import { deviationList } from '../api/deviations/deviation-list.ts'
import { createModelCache } from '../api/models/model-cache.ts'
import { objectionList } from '../api/objections/objection-list.ts'
import type { User } from '../api/people/contract.ts'
import { reviewList } from '../api/reviews/review-page.ts'
import { supportLoad } from '../api/support-load/support-load.ts'
import { myStages } from '../api/work/my-stages.ts'
import { owedList } from '../api/work/owed-list.ts'
import { requestList } from '../api/work/request-list.ts'
import { readBy, type WatchedDb, watchedDb } from '../bench/lists/watched-db.ts'
import { smallPurchase } from './support/a-model.ts'
import { aDatabase, type TestDatabase } from './support/database.ts'

const deals = 6000
const model = processModelSchema.parse(smallPurchase)
const plan = compileModel(model)
const stage = model.stages[0]?.id ?? ''

let database: TestDatabase
let watched: WatchedDb
let deps: Deps

/** Deals that stand at the model's first stage, a sixth of them closed, with what belongs to each. */
beforeAll(async () => {
  database = await aDatabase()
  // So few rows are quicker read whole: without that, what is still read so has no index that serves.
  watched = watchedDb(database.url, ['enable_seqscan=off'])
  deps = { db: watched.db, models: createModelCache(watched.db), now: () => new Date() } as Deps
  const { db } = database
  const version = { id: 'v', number: 1, model, planHash: plan.hash, plan, note: '', publishedBy: 'ops' }
  await db.segment.create({
    data: { id: 's', name: 'S', model: { create: { id: 'm', draft: model, versions: { create: version } } } },
  })
  await db.department.create({ data: { id: 'legal', name: 'Legal' } })
  const run = (sql: string) => db.$executeRawUnsafe(sql)
  const each = `FROM generate_series(1, ${deals}) AS n`
  await run(`INSERT INTO account (id, name) SELECT 'a' || n, 'Acme ' || md5(n::TEXT) ${each}`)
  await run(`INSERT INTO deal (id, name, segment_id, model_version_id, plan_hash, account_id, owner_id, status, outcome, seq,
      open_stages, state, opened_at, closed_at, updated_at)
    SELECT 'd' || n, 'Press line ' || n, 's', 'v', '${plan.hash}', 'a' || n, 'rep' || n / 50,
      CASE n % 6 WHEN 0 THEN 'closed' ELSE 'open' END, CASE n % 6 WHEN 0 THEN 'lost' END, 1, ARRAY['${stage}'],
      jsonb_build_object('status', 'open', 'planHash', '${plan.hash}', 'openedAt', now(), 'observations', '{}'::JSONB,
        'interactions', '{}'::JSONB, 'tasks', '{}'::JSONB, 'supportRequests', '{}'::JSONB, 'objections', '{}'::JSONB,
        'deviations', '{}'::JSONB, 'stages',
        jsonb_build_object('${stage}', jsonb_build_object('status', 'open', 'openedAt', now() - make_interval(hours => n)))),
      now() - make_interval(hours => n), CASE n % 6 WHEN 0 THEN now() - make_interval(mins => n) END, now() ${each}`)
  await run(`INSERT INTO task (deal_id, id, name, status, assignee_id, brings, opened_at, due_at, seq)
    SELECT 'd' || n, 't' || k, 'Call', CASE k WHEN 1 THEN 'open' ELSE 'done' END, 'rep' || n / 50, '{}', now(),
      now() + make_interval(hours => n), 1 ${each}, generate_series(1, 3) AS k`)
  await run(`INSERT INTO support_request (deal_id, id, name, trigger_id, department_id, status, blocks, opened_at, due_at, answered_at, seq)
    SELECT 'd' || n, 'r', 'Look at terms', 't', 'legal', CASE n % 2 WHEN 0 THEN 'open' ELSE 'answered' END, TRUE, now(),
      now() + make_interval(hours => n), CASE n % 2 WHEN 1 THEN now() - make_interval(hours => n) END, 1 ${each}`)
  await run(`INSERT INTO objection (deal_id, id, type_id, statement, status, outcome, raised_by, raised_at, due_at, seq)
    SELECT 'd' || n, 'o', 'price', 'Too dear', CASE n % 3 WHEN 0 THEN 'closed' ELSE 'raised' END,
      CASE n % 9 WHEN 0 THEN 'crossed' END, 'rep' || n / 50, now() - make_interval(hours => n),
      now() + make_interval(hours => n), 1 ${each}`)
  await run(`INSERT INTO deviation (deal_id, id, kind, stage_id, target, reason, by_id, at, seq)
    SELECT 'd' || n, 'v', 'skip-stage', '${stage}', '${stage}', 'They asked for it', 'rep' || n / 50,
      now() - make_interval(hours => n), 1 ${each}`)
  await run(
    `INSERT INTO review (id, name, created_by, created_at) SELECT 'w' || n, 'Week', 'm', now() FROM generate_series(1, 60) AS n`,
  )
  await run(`INSERT INTO review_deal (review_id, deal_id, position) SELECT 'w' || n, 'd' || k, k
    FROM generate_series(1, 60) AS n, generate_series(1, 100) AS k`)
  await run('VACUUM ANALYZE')
}, 120_000)
afterAll(async () => {
  await watched?.db.$disconnect()
  await database?.drop()
})

const manager: User = { id: 'm', name: 'M', email: 'm@example.com', role: 'manager', departments: [] }
const rep: User = { ...manager, id: 'rep7', role: 'rep' }
const member: User = { ...manager, id: 'lawyer', role: 'resource-owner', departments: ['legal'] }
const page = { page: 1, pageSize: 50 }
const queue = {
  ...page,
  department: undefined,
  owner: undefined,
  only: undefined,
  order: undefined,
  direction: undefined,
}
const anything = { search: undefined, segment: undefined, stage: undefined, owner: undefined }
const filter = { ...page, ...anything, status: 'open', order: 'opened', direction: 'down' } as const

const allObjections = {
  show: 'open',
  segment: undefined,
  type: undefined,
  stage: undefined,
  status: undefined,
  owner: undefined,
  order: 'due',
  direction: 'up',
} as const
const allDeviations = {
  segment: undefined,
  stage: undefined,
  kind: undefined,
  by: undefined,
  since: undefined,
  order: 'at',
  direction: 'down',
} as const

/** What grows with the number of deals. */
const large = [
  'deal',
  'deal_event',
  'task',
  'support_request',
  'objection',
  'deviation',
  'stay',
  'signed_wait',
  'review_deal',
  'account',
]

const lists: Record<string, () => Promise<unknown>> = {
  'a rep’s deals': () => dealList(deps, rep, filter),
  'all deals': () => dealList(deps, manager, filter),
  'a rep’s Today': () => myStages(deps, rep),
  'what a rep owes': () => owedList(deps, rep, page),
  'the outlook of a deal': () => dealOutlook(deps, manager, 'd1'),
  'what worked on other deals': () => whatWorked(deps, manager, 'd1'),
  'the cohort board': () => cohort(deps, 's'),
  'the deals of a cohort': () => cohortDeals(deps, 's', page),
  'a department’s queue': () => requestList(deps, member, { ...queue, status: 'open' }),
  'what a department has answered': () => requestList(deps, member, { ...queue, status: 'closed' }),
  'all requests': () => requestList(deps, manager, { ...queue, status: 'open' }),
  'all objections': () => objectionList(deps, { ...page, ...allObjections }),
  'the objections of a segment': () => objectionList(deps, { ...page, ...allObjections, segment: 's' }),
  'all deviations': () => deviationList(deps, { ...page, ...allDeviations }),
  'the load of departments': () => supportLoad(deps, manager, 'UTC'),
  reviews: () => reviewList(deps, manager, page),
}

test.each(Object.entries(lists))('%s: an index leads to all that is read of large tables', async (_, ask) => {
  await ask()
  watched.worked()
  await ask()
  const worked = watched.worked()
  expect(worked.length).toBeGreaterThan(0)
  expect(readBy(worked).whole.filter((table) => large.includes(table))).toEqual([])
})

test('a page of deals reads the tasks of its own deals alone', async () => {
  await dealList(deps, rep, filter)
  watched.worked()
  await dealList(deps, rep, filter)
  expect(readBy(watched.worked()).rows).toBeLessThan(1000)
})
