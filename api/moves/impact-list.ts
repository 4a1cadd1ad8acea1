import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import { type Impact, impactOf } from '#engine'
import type { DealState } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { versionOf } from '../models/version-of.ts'
import { namesOf } from '../people/names.ts'
import type { ImpactList, impactListQuery } from './contract.ts'

type Query = { [Key in keyof typeof impactListQuery]: z.output<(typeof impactListQuery)[Key]> }

/** States are large, so they are read so many at a time. */
const statesPerRead = 100
/** What can go wrong comes first. */
const order = ['cannot', 'loses', 'moves', 'stays'] as const

/** What moving every running deal of a segment to a version would do: totals, and a page of the deals. */
export async function impactList(deps: Deps, segment: string, number: number, query: Query): Promise<ImpactList> {
  const { db } = deps
  const version = await versionOf(db, segment, number)
  const running = { segmentId: segment, status: 'open', seq: { gt: 0 } }
  const deals = await db.deal.findMany({
    where: { ...running, modelVersionId: { not: version.id } },
    select: { id: true, name: true, ownerId: true, modelVersionId: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const impacts = await impactsOf(deps, deals, version.id)
  const totals = { stays: 0, moves: 0, loses: 0, cannot: 0 }
  for (const { kind } of impacts.values()) totals[kind] += 1
  const rows = deals
    .flatMap((deal) => {
      const impact = impacts.get(deal.id)
      return impact && (!query.kind || impact.kind === query.kind) ? [{ ...deal, impact }] : []
    })
    .sort((a, b) => order.indexOf(a.impact.kind) - order.indexOf(b.impact.kind))
  const page = rows.slice((query.page - 1) * query.pageSize, query.page * query.pageSize)
  const owners = await namesOf(
    db,
    page.map(({ ownerId }) => ownerId),
  )
  return {
    totals,
    already: await db.deal.count({ where: { ...running, modelVersionId: version.id } }),
    total: rows.length,
    items: await Promise.all(
      page.map(async ({ id, name, ownerId, modelVersionId, impact }) => ({
        deal: { id, name },
        owner: { id: ownerId, name: owners[ownerId] ?? ownerId },
        version: (await deps.models.byId(modelVersionId)).number,
        impact,
      })),
    ),
  }
}

type Listed = { id: string; modelVersionId: string }

async function impactsOf({ db, models, now }: Deps, deals: Listed[], versionId: string): Promise<Map<string, Impact>> {
  const { plan, number } = await models.byId(versionId)
  const impacts = new Map<string, Impact>()
  for (let start = 0; start < deals.length; start += statesPerRead) {
    const some = deals.slice(start, start + statesPerRead)
    const states = await db.deal.findMany({
      where: { id: { in: some.map(({ id }) => id) } },
      select: { id: true, state: true },
    })
    const stateOf = new Map(states.map(({ id, state }) => [id, state as unknown as DealState]))
    for (const { id, modelVersionId } of some) {
      const state = stateOf.get(id)
      if (!state) continue
      const from = (await models.byId(modelVersionId)).plan
      impacts.set(id, await impactOf(from, { plan, version: number }, state, now().toISOString()))
      // Others' requests are answered in between.
      await setImmediate()
    }
  }
  return impacts
}
