import { z } from 'zod'
import { DomainError, dealEventSchema } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { readRequest } from '../http/read-request.ts'
import { type Route, route } from '../http/route.ts'
import type { User } from '../people/contract.ts'
import { dealChangedSchema } from './contract.ts'
import { dealToChange } from './may-see.ts'
import { type Step, stepBodySchema, steps } from './step-contract.ts'

/** Every change of a deal is an event that its workflow takes; these routes say who asks, and name what they bring. */
export const stepRoutes: Route[] = steps.map((step: Step) =>
  route({
    method: 'post',
    path: `/deals/{deal}/${step.path}`,
    summary: step.summary,
    roles: step.roles,
    params: step.target ? { deal: z.string(), id: z.string() } : { deal: z.string() },
    body: stepBodySchema(step),
    answer: dealChangedSchema,
    handle: async ({ deps, actor, params, body, key }) => {
      const { expectedSeq, ...said } = body as { expectedSeq?: number; observations?: object[] }
      const { deal, id = '' } = params as { deal: string; id?: string }
      const dealId = await dealToChange(deps.db, actor, deal)
      if (step.kind === 'support-answered') await requireOwnDepartment(deps, actor, dealId, id)
      const observations = said.observations?.map((one, n) => ({ ...one, id: `${key}.${n}` }))
      const event = readRequest(dealEventSchema, {
        ...said,
        ...(observations && { observations }),
        ...(step.target && { [step.target]: id }),
        kind: step.kind,
        id: key,
        by: actor.id,
      })
      return deps.deals.change(dealId, { event, ...(expectedSeq !== undefined && { expectedSeq }) })
    },
  }),
)

async function requireOwnDepartment({ db }: Deps, actor: User, dealId: string, id: string): Promise<void> {
  const request = await db.supportRequest.findUnique({ where: { dealId_id: { dealId, id } } })
  if (request && actor.role !== 'admin' && !actor.departments.includes(request.departmentId))
    throw new DomainError('SUPPORT_REQUEST_NOT_YOURS', `The request “${request.name}” is for another department.`, {
      request: id,
    })
}
