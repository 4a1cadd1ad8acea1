import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import { bestPracticeSchema, newRemarkSchema, remarkSchema } from './contract.ts'
import { addRemark, bestPractice, remarksOn, removeRemark } from './remarks.ts'

const coaches = ['manager', 'admin'] as const
const deal = { deal: z.string() }
const id = z.object({ id: z.string() })

/** What managers say of interactions: to their sellers, and as examples to all. */
export const coachingRoutes: Route[] = [
  route({
    method: 'get',
    path: '/deals/{deal}/remarks',
    summary: 'What managers say of a deal’s interactions',
    roles: ['rep', ...coaches],
    params: deal,
    answer: z.object({ items: z.array(remarkSchema) }),
    handle: async ({ deps, actor, params }) => ({ items: await remarksOn(deps, actor, params.deal) }),
  }),
  route({
    method: 'post',
    path: '/deals/{deal}/remarks',
    summary: 'Coach the seller on an interaction, or mark it as best practice; they are told',
    roles: coaches,
    params: deal,
    body: newRemarkSchema,
    answer: id,
    handle: ({ deps, actor, params, body }) => addRemark(deps, actor, params.deal, body),
  }),
  route({
    method: 'delete',
    path: '/remarks/{remark}',
    summary: 'Take back what you said of an interaction',
    roles: coaches,
    params: { remark: z.string() },
    answer: id,
    handle: ({ deps, actor, params }) => removeRemark(deps, actor, params.remark),
  }),
  route({
    method: 'get',
    path: '/segments/{segment}/best-practice',
    summary: 'The interactions that are examples for a stage, newest first',
    roles: ['rep', 'manager', 'ops', 'admin'],
    params: { segment: z.string() },
    query: { stage: z.string() },
    answer: z.object({ items: z.array(bestPracticeSchema) }),
    handle: async ({ deps, actor, params, query }) => ({
      items: await bestPractice(deps, actor, params.segment, query.stage),
    }),
  }),
]
