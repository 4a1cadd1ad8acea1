import type { Db } from '../../prisma/client.ts'
import { segmentId } from '../product.ts'
import { batchId, moveId, reviewId } from './make-besides.ts'
import { massSegment } from './make-leads.ts'
import { type Actor, addressOf } from './make-lists.ts'

/** A list, board, queue or page, as somebody asks for it: below /api/v1. */
export type List = { what: string; actor: Actor; path: string }

/** What the table of the bench has in its lines: every list that people work in, with the filters that cost most. */
export async function everyList(db: Db): Promise<List[]> {
  const seller = await db.user.findUniqueOrThrow({ where: { email: addressOf('rep') } })
  const deal = await db.deal.findFirstOrThrow({
    where: { ownerId: seller.id, status: 'open', reviews: { some: { reviewId } } },
    orderBy: { id: 'asc' },
  })
  const request = await db.supportRequest.findFirstOrThrow({
    where: { departmentId: 'legal', status: 'open' },
    orderBy: [{ dealId: 'asc' }, { id: 'asc' }],
  })
  const of = (what: string, actor: Actor, paths: Record<string, string>): List[] =>
    Object.entries(paths).map(([which, path]) => ({ what: which === '' ? what : `${what}, ${which}`, actor, path }))
  const stage = 'proposal-accepted'
  const filter = (condition: object) => encodeURIComponent(JSON.stringify(condition))
  const fewEmployees = filter({ fact: 'lead-field.employees', operator: 'lessThan', value: 50 })
  const tagged = filter({ fact: 'lead-tag.展會', operator: 'equal', value: true })
  const rare = filter({ fact: 'lead.account', operator: 'equal', value: 'Acme 3' })
  const texts = ['a', 'ab', '王', '工業', 'acme', 'licences for', 'the', 'nothing of the kind']
  const searches = (base: string) =>
    Object.fromEntries(texts.map((text) => [`“${text}”`, `${base}${encodeURIComponent(text)}`]))
  const mass = `/segments/${massSegment.id}`
  const segment = `/segments/${segmentId}`
  return [
    ...of('Today, the busiest', 'busy', { stages: '/my-stages', owed: '/owed' }),
    ...of('Today', 'rep', { stages: '/my-stages', owed: '/owed' }),
    ...of('my deals', 'rep', {
      '': '/deals',
      closed: '/deals?status=closed',
      'by name': '/deals?order=name',
      'at a stage': `/deals?stage=${stage}`,
      ...searches('/deals?search='),
    }),
    ...of('deal', 'rep', {
      page: `/deals/${deal.id}`,
      history: `/deals/${deal.id}/history`,
      outlook: `/deals/${deal.id}/outlook`,
      'what worked': `/deals/${deal.id}/what-worked`,
      remarks: `/deals/${deal.id}/remarks`,
    }),
    ...of('all deals', 'manager', {
      '': '/deals',
      'page 500': '/deals?page=500',
      'by name': '/deals?order=name&direction=up',
      'by effort': '/deals?order=effort',
      'open or closed': '/deals?status=all',
      'of a segment': `/deals?segment=${segmentId}`,
      'at a stage': `/deals?stage=${stage}`,
      'of a seller': `/deals?owner=${seller.id}`,
      ...searches('/deals?search='),
    }),
    ...of('cohort board', 'manager', { '': `${segment}/cohort` }),
    ...of('cohort deals', 'manager', {
      '': `${segment}/cohort/deals`,
      stuck: `${segment}/cohort/deals?stuck=any`,
      late: `${segment}/cohort/deals?stuck=late`,
      'at a stage': `${segment}/cohort/deals?stage=${stage}`,
      'of a seller': `${segment}/cohort/deals?seller=${seller.id}`,
    }),
    ...of('queue', 'member', {
      open: '/support-requests',
      done: '/support-requests?status=closed',
      request: `/deals/${request.dealId}/support-requests/${encodeURIComponent(request.id)}`,
    }),
    ...of('all requests', 'manager', { open: '/support-requests', done: '/support-requests?status=closed' }),
    ...of('support load', 'manager', { '': '/support-load' }),
    ...of('objections', 'manager', {
      '': '/objections',
      overdue: '/objections?show=overdue',
      crossed: '/objections?show=crossed',
      'of a segment': `/objections?segment=${segmentId}`,
      'of a type': '/objections?type=price',
      'at a stage': `/objections?stage=${stage}`,
      'of a seller': `/objections?owner=${seller.id}`,
    }),
    ...of('deviations', 'ops', {
      '': '/deviations',
      'of a segment': `/deviations?segment=${segmentId}`,
      'at a stage': `/deviations?stage=${stage}`,
      'of a seller': `/deviations?by=${seller.id}`,
    }),
    ...of('reviews', 'manager', {
      '': '/reviews',
      'one of 400': `/reviews/${reviewId}`,
      'deal of one': `/reviews/${reviewId}/deals/${deal.id}`,
    }),
    ...of('my reviews', 'rep', { '': '/reviews' }),
    ...of('leads', 'manager', {
      '': `${mass}/leads`,
      'by name': `${mass}/leads?order=name&direction=up`,
      'by a field': `${mass}/leads?filter=${fewEmployees}`,
      'by a tag': `${mass}/leads?filter=${tagged}`,
      'by account': `${mass}/leads?filter=${rare}`,
      counts: `${mass}/leads/counts`,
      'counts by a field': `${mass}/leads/counts?filter=${fewEmployees}`,
      settings: `${mass}/funnel`,
      ...searches(`${mass}/leads?search=`),
    }),
    ...of('my leads', 'rep', {
      '': `${mass}/leads`,
      'by a field': `${mass}/leads?filter=${fewEmployees}`,
      counts: `${mass}/leads/counts`,
      settings: `${mass}/funnel`,
    }),
    ...of('search', 'manager', searches('/search?q=')),
    ...of('search of a seller', 'rep', searches('/search?q=')),
    ...of('search of a department', 'member', { '“a”': '/search?q=a', '“terms”': '/search?q=terms' }),
    ...of('notices', 'rep', { '': '/notifications', settings: '/me/notifications' }),
    ...of('views', 'rep', { '': '/views?list=deals' }),
    ...of('best practice', 'rep', { '': `${segment}/best-practice?stage=problem-disclosed` }),
    ...of('batch', 'manager', {
      '': `/batches/${encodeURIComponent(batchId)}`,
      rows: `/batches/${encodeURIComponent(batchId)}/rows`,
    }),
    ...of('versions', 'ops', {
      '': `${segment}/versions`,
      'running deals': `${segment}/running-deals`,
      impact: `${segment}/versions/2/impact`,
      'impact by name': `${segment}/versions/2/impact?search=ab`,
    }),
    ...of('moves', 'ops', {
      '': `${segment}/moves`,
      'one of many deals': `${segment}/moves/${encodeURIComponent(moveId)}`,
      'its deals': `${segment}/moves/${encodeURIComponent(moveId)}/deals`,
    }),
    ...of('segments', 'manager', { '': '/segments' }),
    ...of('people', 'manager', { '': '/users', 'who can come along': '/managers', departments: '/departments' }),
  ]
}
