import { z } from 'zod'
import { type Plan, whyNotYet } from '#engine'
import type { DealState } from '#engine/deal'
import { roles } from '../auth/roles.ts'
import { type Route, route } from '../http/route.ts'
import { seenDeal, visibleDeals } from './may-see.ts'
import { openDeal } from './open-deal.ts'

const dealSchema = z.object({
  id: z.string(),
  name: z.string(),
  segmentId: z.string(),
  ownerId: z.string(),
  account: z.string().nullable(),
  status: z.string(),
  outcome: z.string().nullable(),
  seq: z.number(),
  effort: z.number(),
  openStages: z.array(z.string()),
  openedAt: z.string(),
})

type Row = Omit<z.infer<typeof dealSchema>, 'account' | 'openedAt'> & {
  account: { name: string } | null
  openedAt: Date
}
const asDeal = ({ account, openedAt, ...row }: Row) => ({
  ...row,
  account: account?.name ?? null,
  openedAt: openedAt.toISOString(),
})

export const dealRoutes: Route[] = [
  route({
    method: 'get',
    path: '/deals',
    summary: 'The deals that you work with, newest first; the newest 500',
    roles,
    answer: z.array(dealSchema),
    handle: async ({ deps: { db }, actor }) => {
      const rows = await db.deal.findMany({
        where: visibleDeals(actor),
        include: { account: true },
        orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
        take: 500,
      })
      return rows.map(asDeal)
    },
  }),
  route({
    method: 'post',
    path: '/deals',
    summary: 'Open a deal on its segment’s newest model',
    roles: ['rep', 'manager', 'ops', 'admin'],
    body: z.strictObject({
      segmentId: z.string(),
      name: z.string().trim().min(1).max(300),
      account: z.string().trim().max(300).optional(),
      ownerId: z.string().optional(),
    }),
    answer: z.object({ id: z.string() }),
    handle: async ({ deps, actor, body, key }) => ({
      id: await openDeal(deps, actor, actor.role === 'rep' ? { ...body, ownerId: actor.id } : body, key),
    }),
  }),
  route({
    method: 'get',
    path: '/deals/{deal}',
    summary: 'One deal: its state, its model, and what each stage still waits for',
    roles,
    params: { deal: z.string() },
    answer: z.object({ deal: dealSchema, state: z.unknown(), model: z.unknown(), whyNotYet: z.array(z.unknown()) }),
    handle: async ({ deps: { db, now }, actor, params }) => {
      const row = await seenDeal(db, actor, params.deal)
      const state = row.state as unknown as DealState
      const plan = row.modelVersion.plan as unknown as Plan
      return {
        deal: dealSchema.parse(asDeal(row)),
        state,
        model: row.modelVersion.model,
        whyNotYet: await whyNotYet(plan, state, now().toISOString()),
      }
    },
  }),
]
