import { z } from 'zod'
import { DomainError, dealEventSchema } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { withFiles } from '../files/attach-files.ts'
import { readRequest } from '../http/read-request.ts'
import { type Route, route } from '../http/route.ts'
import { dealChangedSchema } from './contract.ts'
import { dealToChange } from './may-see.ts'
import { requireRightToStep } from './right-to-step.ts'
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
      const { expectedSeq, ...asked } = body as { expectedSeq?: number }
      const { deal, id = '' } = params as { deal: string; id?: string }
      const dealId = await dealToChange(deps.db, actor, deal)
      const said: { observations?: object[] } = await withFiles(deps, actor, dealId, asked)
      const observations = said.observations?.map((one, n) => ({ ...one, id: `${key}.${n}` }))
      const event = readRequest(dealEventSchema, {
        ...said,
        ...(observations && { observations }),
        ...(step.target && { [step.target]: id }),
        kind: step.kind,
        id: key,
        by: actor.id,
      })
      await requireRightToStep(deps, actor, dealId, event)
      return deps.deals
        .change(dealId, { event, ...(expectedSeq !== undefined && { expectedSeq }) })
        .catch((error: unknown) => sayClosed(deps, dealId, error))
    },
  }),
)

/** The server forgets a closed deal's workflow in time; its row still says what became of it. */
async function sayClosed({ db }: Deps, id: string, error: unknown): Promise<never> {
  const isGone = error instanceof DomainError && error.code === 'DEAL_NOT_FOUND'
  const row = isGone ? await db.deal.findUnique({ where: { id }, select: { status: true, name: true } }) : null
  if (row?.status !== 'closed') throw error
  throw new DomainError(
    'DEAL_CLOSED',
    `The deal “${row.name}” is closed and takes no more changes. Open a new deal if it comes back.`,
    { deal: id },
  )
}
