import { z } from 'zod'
import { DomainError } from '#engine/deal'
import type { Upload } from '../http/read-upload.ts'
import { type Route, route } from '../http/route.ts'
import { addLead, changeLead } from './change-lead.ts'
import { changeLeads, leadBatch, undoLeadBatch } from './change-leads.ts'
import {
  changedFunnelSchema,
  changedLeadSchema,
  funnelCountsQuery,
  funnelCountsSchema,
  jointLeadChangeSchema,
  largestLeadList,
  leadBatchSchema,
  leadImportSchema,
  leadListQuery,
  leadListSchema,
  leadSchema,
  newFilterSchema,
  newLeadSchema,
  promotionSchema,
  savedFilterSchema,
  segmentFunnelSchema,
} from './contract.ts'
import { importLeads, previewLeads } from './import-leads.ts'
import { funnelCounts, leadList } from './lead-list.ts'
import { promoteLead } from './promote-lead.ts'
import { leadPromotion, promoteLeads, promotionRows } from './promote-leads.ts'
import {
  jointPromotionSchema,
  leadPromotionSchema,
  promotionRowsQuery,
  promotionRowsSchema,
} from './promotion-contract.ts'
import { keepFilter, removeFilter } from './saved-filters.ts'
import { changeFunnel, segmentFunnel } from './segment-funnel.ts'

const everyFunnelWorker = ['rep', 'manager', 'ops', 'admin'] as const
const importers = ['manager', 'ops', 'admin'] as const
const promoters = ['rep', 'manager', 'admin'] as const
const promotion = { promotion: z.string() }
const segment = { segment: z.string() }
const lead = { lead: z.string() }
const batch = { batch: z.string() }

/** Mass customers. A rep works with their own leads, the others with all. */
export const leadRoutes: Route[] = [
  route({
    method: 'get',
    path: '/segments/{segment}/funnel',
    summary: 'How a mass segment is worked: its stages and fields, and the tags that its leads bear',
    roles: everyFunnelWorker,
    params: segment,
    answer: segmentFunnelSchema,
    handle: ({ deps, actor, params }) => segmentFunnel(deps, actor, params.segment),
  }),
  route({
    method: 'put',
    path: '/segments/{segment}/funnel',
    summary: 'Set the stages and fields of a mass segment; refused while leads stand at a stage that goes',
    roles: ['ops', 'admin'],
    params: segment,
    body: changedFunnelSchema,
    answer: segmentFunnelSchema,
    handle: ({ deps, actor, params, body }) => changeFunnel(deps, actor, params.segment, body),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/lead-filters',
    summary: 'Keep a filter of leads under a name, for all who work the segment',
    roles: everyFunnelWorker,
    params: segment,
    body: newFilterSchema,
    answer: savedFilterSchema,
    handle: ({ deps, actor, params, body, key }) => keepFilter(deps, actor, params.segment, body, key),
  }),
  route({
    method: 'delete',
    path: '/segments/{segment}/lead-filters/{filter}',
    summary: 'Remove a kept filter of leads; a rep removes their own',
    roles: everyFunnelWorker,
    params: { ...segment, filter: z.string() },
    answer: z.object({ id: z.string() }),
    handle: ({ deps, actor, params }) => removeFilter(deps, actor, params.segment, params.filter),
  }),
  route({
    method: 'get',
    path: '/segments/{segment}/leads',
    summary: 'The leads of a mass segment that you work with; `filter` is a condition as JSON',
    roles: everyFunnelWorker,
    params: segment,
    query: leadListQuery,
    answer: leadListSchema,
    handle: ({ deps, actor, params, query }) => leadList(deps, actor, params.segment, query),
  }),
  route({
    method: 'get',
    path: '/segments/{segment}/leads/counts',
    summary: 'How many of those leads stand at each stage of the funnel',
    roles: everyFunnelWorker,
    params: segment,
    query: funnelCountsQuery,
    answer: funnelCountsSchema,
    handle: ({ deps, actor, params, query }) => funnelCounts(deps, actor, params.segment, query),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/leads',
    summary: 'Add a lead; a rep’s is their own',
    roles: everyFunnelWorker,
    params: segment,
    body: newLeadSchema,
    answer: leadSchema,
    handle: ({ deps, actor, params, body, key }) => addLead(deps, actor, params.segment, body, key),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/leads/import',
    summary: 'Take in a CSV list of leads by their keys, of at most 20 MB, and say what became of its rows',
    roles: importers,
    params: segment,
    upload: largestLeadList,
    answer: leadImportSchema,
    handle: async ({ deps, params, upload }) => importLeads(deps, params.segment, given(upload)),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/leads/import/preview',
    summary: 'What would become of a CSV list of leads that is taken in now',
    roles: importers,
    params: segment,
    upload: largestLeadList,
    answer: leadImportSchema,
    handle: async ({ deps, params, upload }) => previewLeads(deps, params.segment, given(upload)),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/leads/change',
    summary: 'Change tags, stage or owner of many leads at once, all of them or none',
    roles: everyFunnelWorker,
    params: segment,
    body: jointLeadChangeSchema,
    answer: leadBatchSchema,
    handle: ({ deps, actor, params, body, key }) => changeLeads(deps, actor, params.segment, body, key),
  }),
  route({
    method: 'get',
    path: '/lead-batches/{batch}',
    summary: 'What became of a change of many leads',
    roles: everyFunnelWorker,
    params: batch,
    answer: leadBatchSchema,
    handle: ({ deps, actor, params }) => leadBatch(deps, actor, params.batch),
  }),
  route({
    method: 'post',
    path: '/lead-batches/{batch}/undo',
    summary: 'Take a change of many leads back, beside whatever came later',
    roles: everyFunnelWorker,
    params: batch,
    answer: leadBatchSchema,
    handle: ({ deps, actor, params }) => undoLeadBatch(deps, actor, params.batch),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/leads/promote',
    summary: 'Make many leads deals of a segment that is worked by process, in the background',
    roles: promoters,
    params: segment,
    body: jointPromotionSchema,
    answer: leadPromotionSchema,
    handle: ({ deps, actor, params, body, key }) => promoteLeads(deps, actor, params.segment, body, key),
  }),
  route({
    method: 'get',
    path: '/lead-promotions/{promotion}',
    summary: 'How many of a promotion’s leads have become deals',
    roles: promoters,
    params: promotion,
    answer: leadPromotionSchema,
    handle: ({ deps, actor, params }) => leadPromotion(deps, actor, params.promotion),
  }),
  route({
    method: 'get',
    path: '/lead-promotions/{promotion}/rows',
    summary: 'What became of each lead of a promotion',
    roles: promoters,
    params: promotion,
    query: promotionRowsQuery,
    answer: promotionRowsSchema,
    handle: ({ deps, actor, params, query }) => promotionRows(deps, actor, params.promotion, query),
  }),
  route({
    method: 'put',
    path: '/leads/{lead}',
    summary: 'Change a lead',
    roles: everyFunnelWorker,
    params: lead,
    body: changedLeadSchema,
    answer: leadSchema,
    handle: ({ deps, actor, params, body }) => changeLead(deps, actor, params.lead, body),
  }),
  route({
    method: 'post',
    path: '/leads/{lead}/promote',
    summary: 'Make a lead a deal of a segment that is worked by process, once',
    roles: promoters,
    params: lead,
    body: promotionSchema,
    answer: z.object({ deal: z.string() }),
    handle: ({ deps, actor, params, body, key }) => promoteLead(deps, actor, params.lead, body, key),
  }),
]

function given(upload: Upload | undefined): Upload {
  if (upload) return upload
  throw new DomainError('REQUEST_INVALID', 'There is no file. Choose one.')
}
