import { asRemark } from '../coaching/remarks.ts'
import { standingDeals, staysOf } from '../cohorts/standing-deals.ts'
import { dealRows } from '../deals/deal-list.ts'
import type { Deps } from '../deps.ts'
import type { Page } from '../http/page-contract.ts'
import { namesOf } from '../people/names.ts'
import { lastInteractions } from '../visits/last-interactions.ts'
import { visitsOn } from '../visits/visits.ts'
import type { KeyAccount, KeyAccountPage } from './contract.ts'
import { markedAccount } from './mark-account.ts'

const [shownDeals, shownInteractions, shownRemarks] = [100, 10, 20]

type Worked = { account: string; deals: number; stuck: number; lastAt: Date | null; visitAt: Date | null }

/** A page of the key accounts, by name. */
export async function keyAccounts(
  { db }: Deps,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<Page<KeyAccount>> {
  const [stored, total] = await Promise.all([
    db.keyAccount.findMany({
      include: { account: { select: { id: true, name: true } } },
      orderBy: [{ account: { name: 'asc' } }, { accountId: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.keyAccount.count(),
  ])
  const ids = stored.map(({ accountId }) => accountId)
  const [worked, names] = await Promise.all([
    db.$queryRaw<Worked[]>`
      SELECT d."account_id" AS "account", count(*) FILTER (WHERE d."status" = 'open')::INTEGER AS "deals",
        count(*) FILTER (WHERE d."status" = 'open' AND EXISTS (
          SELECT FROM "stay" s WHERE s."deal_id" = d."id" AND s."passed_at" IS NULL AND (s."objections" > 0 OR s."requests" > 0)
        ))::INTEGER AS "stuck",
        max((SELECT max(e."at") FROM "deal_event" e WHERE e."deal_id" = d."id" AND e."kind" = 'interaction-recorded')) AS "lastAt",
        min((SELECT min(r."visit_at") FROM "support_request" r WHERE r."deal_id" = d."id" AND r."status" = 'open')) AS "visitAt"
      FROM "deal" d WHERE d."account_id" = ANY(${ids}) AND d."seq" > 0 GROUP BY 1`,
    namesOf(
      db,
      stored.map(({ markedBy }) => markedBy),
    ),
  ])
  const items = stored.map(({ account, reason, markedBy, markedAt }): KeyAccount => {
    const { deals = 0, stuck = 0, lastAt, visitAt } = worked.find((one) => one.account === account.id) ?? {}
    return {
      account,
      reason,
      by: { id: markedBy, name: names[markedBy] ?? markedBy },
      at: markedAt.toISOString(),
      deals,
      stuck,
      lastAt: lastAt?.toISOString() ?? null,
      visitAt: visitAt?.toISOString() ?? null,
    }
  })
  return { items, total }
}

/** One key account with all that is under way there. Throws KEY_ACCOUNT_NOT_FOUND. */
export async function keyAccountPage(deps: Deps, accountId: string): Promise<KeyAccountPage> {
  const { db } = deps
  const { account, reason, markedBy, markedAt } = await markedAccount(db, accountId)
  const stored = await db.deal.findMany({
    where: { accountId, seq: { gt: 0 } },
    select: { id: true },
    orderBy: [{ status: 'desc' }, { openedAt: 'desc' }, { id: 'asc' }],
    take: shownDeals,
  })
  const ids = stored.map(({ id }) => id)
  const [deals, standing, visits, interactions, remarks, names] = await Promise.all([
    dealRows(deps, ids),
    staysOf(deps, ids).then((stays) => standingDeals(deps, stays)),
    visitsOn(deps, ids),
    lastInteractions(deps, ids, shownInteractions),
    remarksOf(deps, ids),
    namesOf(db, [markedBy]),
  ])
  return {
    account,
    mark: { reason, by: { id: markedBy, name: names[markedBy] ?? markedBy }, at: markedAt.toISOString() },
    deals,
    standing,
    visits,
    interactions,
    remarks,
  }
}

async function remarksOf({ db }: Deps, deals: string[]): Promise<KeyAccountPage['remarks']> {
  const stored = await db.remark.findMany({
    where: { dealId: { in: deals } },
    include: { deal: { select: { id: true, name: true } } },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: shownRemarks,
  })
  const names = await namesOf(
    db,
    stored.map(({ byId }) => byId),
  )
  return stored.map(({ deal, ...remark }) => ({ ...asRemark(remark, names), deal }))
}
