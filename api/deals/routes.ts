import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import { adaptDeal } from './adapt-deal.ts'
import {
  adaptationSchema,
  dealChangedSchema,
  dealHistorySchema,
  dealListQuery,
  dealListSchema,
  dealOutlookSchema,
  dealPageSchema,
  newDealSchema,
  readingSchema,
  stageWorkedSchema,
  underModelPreviewSchema,
  underModelSchema,
} from './contract.ts'
import { dealList } from './deal-list.ts'
import { dealHistory, dealPage } from './deal-page.ts'
import { openDeal } from './open-deal.ts'
import { dealOutlook } from './outlook.ts'
import { putUnderModel, underModelPreview } from './under-model.ts'
import { whatWorked } from './what-worked.ts'

const sellers = ['rep', 'manager', 'admin'] as const
const deal = { deal: z.string() }

export const dealRoutes: Route[] = [
  route({
    method: 'get',
    path: '/deals',
    summary: 'The deals that you work with',
    roles: sellers,
    query: dealListQuery,
    answer: dealListSchema,
    handle: ({ deps, actor, query }) => dealList(deps, actor, query),
  }),
  route({
    method: 'post',
    path: '/deals',
    summary: 'Open a deal on its segment’s newest model, or without one where it has none yet',
    roles: sellers,
    body: newDealSchema,
    answer: z.object({ id: z.string() }),
    handle: async ({ deps, actor, body, key }) => ({
      id: await openDeal(deps, actor, actor.role === 'rep' ? { ...body, ownerId: actor.id } : body, key),
    }),
  }),
  route({
    method: 'get',
    path: '/deals/{deal}',
    summary: 'One deal: its state, its model, and what each stage still waits for',
    roles: sellers,
    params: deal,
    answer: dealPageSchema,
    handle: ({ deps, actor, params }) => dealPage(deps, actor, params.deal),
  }),
  route({
    method: 'get',
    path: '/deals/{deal}/history',
    summary: 'What happened to a deal, newest first',
    roles: sellers,
    params: deal,
    answer: dealHistorySchema,
    handle: ({ deps, actor, params }) => dealHistory(deps, actor, params.deal),
  }),
  route({
    method: 'get',
    path: '/deals/{deal}/outlook',
    summary: 'How the sign-off of a deal will likely go on and end, and the styles that its model suggests',
    roles: sellers,
    params: deal,
    answer: dealOutlookSchema,
    handle: ({ deps, actor, params }) => dealOutlook(deps, actor, params.deal),
  }),
  route({
    method: 'get',
    path: '/deals/{deal}/what-worked',
    summary: 'What was done before on deals that passed the stages where this one stands, and on those lost there',
    roles: sellers,
    params: deal,
    answer: z.object({ items: z.array(stageWorkedSchema) }),
    handle: async ({ deps, actor, params }) => ({ items: await whatWorked(deps, actor, params.deal) }),
  }),
  route({
    method: 'post',
    path: '/deals/{deal}/adapt',
    summary: 'Have one deal do something otherwise than its model, with a reason; refused where that makes errors',
    roles: sellers,
    params: deal,
    body: adaptationSchema,
    answer: dealChangedSchema,
    handle: ({ deps, actor, params, body, key }) => adaptDeal(deps, actor, params.deal, body, key),
  }),
  route({
    method: 'post',
    path: '/deals/{deal}/model/preview',
    summary: 'What putting a deal without a model under its segment’s newest one would come to; changes nothing',
    roles: sellers,
    params: deal,
    body: readingSchema,
    answer: underModelPreviewSchema,
    handle: ({ deps, actor, params, body }) => underModelPreview(deps, actor, params.deal, body),
  }),
  route({
    method: 'post',
    path: '/deals/{deal}/model',
    summary: 'Put a deal without a model under its segment’s newest one; what is known counts at once',
    roles: sellers,
    params: deal,
    body: underModelSchema,
    answer: dealChangedSchema,
    handle: ({ deps, actor, params, body, key }) => putUnderModel(deps, actor, params.deal, body, key),
  }),
]
