import { z } from 'zod'
import { type DealEvent, DomainError, dealEventSchema, interactionSchema, observationInputSchema } from '#engine/deal'
import type { Role } from '../auth/roles.ts'
import { type Route, route } from '../http/route.ts'
import { seenDeal } from './may-see.ts'

type Kind = DealEvent['kind']
type Step = {
  path: string
  summary: string
  kind: Kind
  roles: readonly Role[]
  fields: Record<string, z.ZodType>
  target?: string
}

const sellers: readonly Role[] = ['rep', 'manager', 'admin']
const reason = z.string().trim().min(1, 'give a reason in one line').max(1000)
const note = z.string().max(4000).default('')
const observations = z
  .array(observationInputSchema.omit({ id: true }))
  .max(200)
  .default([])
const [verdict, outcome] = [
  z.enum(['approved', 'refused', 'answered', 'declined']),
  z.enum(['answered', 'excluded', 'optimised', 'crossed', 'smashed']),
]

/** Every change that a person can ask of a deal, by its path below the deal. `target` is the id in the path. */
const steps: Step[] = [
  {
    path: 'interactions',
    summary: 'Record an interaction and what was learnt in it',
    kind: 'interaction-recorded',
    roles: sellers,
    fields: { interaction: interactionSchema, observations },
  },
  {
    path: 'observations/{id}/withdraw',
    summary: 'Withdraw an observation',
    kind: 'observation-withdrawn',
    roles: sellers,
    target: 'observation',
    fields: { reason },
  },
  {
    path: 'tasks/{id}/complete',
    summary: 'Complete a task that you owe',
    kind: 'task-completed',
    roles: sellers,
    target: 'task',
    fields: { note },
  },
  {
    path: 'objections',
    summary: 'Raise an objection',
    kind: 'objection-raised',
    roles: sellers,
    fields: {
      type: z.string(),
      statement: z.string().trim().min(1).max(2000),
      stage: z.string().optional(),
      about: z.string().optional(),
    },
  },
  {
    path: 'objections/{id}/plan',
    summary: 'Plan the answer to an objection',
    kind: 'objection-planned',
    roles: sellers,
    target: 'objection',
    fields: {
      strategy: z.enum(['answer', 'exclude', 'optimise', 'cross', 'smash']),
      steps: z.array(z.string().trim().min(1).max(500)).min(1),
      due: z.iso.datetime().optional(),
    },
  },
  {
    path: 'objections/{id}/implement',
    summary: 'The plan was carried out',
    kind: 'objection-implemented',
    roles: sellers,
    target: 'objection',
    fields: { note },
  },
  {
    path: 'objections/{id}/feed-back',
    summary: 'How the customer took it',
    kind: 'objection-fed-back',
    roles: sellers,
    target: 'objection',
    fields: { feedback: reason },
  },
  {
    path: 'objections/{id}/supervise',
    summary: 'Supervise, as somebody other than who implemented',
    kind: 'objection-supervised',
    roles: sellers,
    target: 'objection',
    fields: { note },
  },
  {
    path: 'objections/{id}/close',
    summary: 'Close with an outcome',
    kind: 'objection-closed',
    roles: sellers,
    target: 'objection',
    fields: { outcome },
  },
  {
    path: 'support-requests/{id}/answer',
    summary: 'Answer a request to your department',
    kind: 'support-answered',
    roles: ['resource-owner', 'admin'],
    target: 'request',
    fields: { verdict, note, observations },
  },
  {
    path: 'deviations',
    summary: 'Step outside the model, with a reason',
    kind: 'deviated',
    roles: sellers,
    fields: { deviation: z.looseObject({ kind: z.string() }), reason },
  },
  {
    path: 'style',
    summary: 'Choose the deal’s decision style',
    kind: 'style-chosen',
    roles: sellers,
    fields: { style: z.string(), reason },
  },
  {
    path: 'close',
    summary: 'Close the deal',
    kind: 'closed',
    roles: sellers,
    fields: { outcome: z.enum(['won', 'lost', 'abandoned']), reason },
  },
]

export const stepRoutes: Route[] = steps.map(({ path, summary, kind, roles, fields, target }) =>
  route({
    method: 'post',
    path: `/deals/{deal}/${path}`,
    summary,
    roles,
    params: target ? { deal: z.string(), id: z.string() } : { deal: z.string() },
    body: z.strictObject({ ...fields, expectedSeq: z.number().int().optional() }),
    answer: z.object({ seq: z.number() }),
    handle: async ({ deps, actor, params, body, key }) => {
      const { expectedSeq, ...said } = body as { expectedSeq?: number; observations?: object[] }
      const deal = await seenDeal(deps.db, actor, String(params.deal))
      if (kind === 'support-answered') await requireOwnDepartment(deps, actor, deal.id, String(params.id))
      const named = said.observations && {
        observations: said.observations.map((one, n) => ({ ...one, id: `${key}.${n}` })),
      }
      const event = dealEventSchema.parse({
        kind,
        id: key,
        by: actor.id,
        ...said,
        ...named,
        ...(target && { [target]: params.id }),
      })
      return deps.deals.change(deal.id, { event, ...(expectedSeq !== undefined && { expectedSeq }) })
    },
  }),
)

async function requireOwnDepartment(
  deps: Parameters<Route['handle']>[0]['deps'],
  actor: Parameters<Route['handle']>[0]['actor'],
  dealId: string,
  id: string,
) {
  const request = await deps.db.supportRequest.findUnique({ where: { dealId_id: { dealId, id } } })
  if (request && actor.role !== 'admin' && !actor.departments.includes(request.departmentId))
    throw new DomainError('SUPPORT_REQUEST_NOT_YOURS', `The request “${request.name}” is for another department.`, {
      request: id,
    })
}
