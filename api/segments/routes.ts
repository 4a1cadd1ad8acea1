import { z } from 'zod'
import { emptyModel } from '#engine'
import { DomainError } from '#engine/deal'
import { roles } from '../auth/roles.ts'
import { type Route, route } from '../http/route.ts'

const segmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  mode: z.enum(['process', 'funnel']),
  publishedVersion: z.number().nullable(),
  deals: z.number(),
})

export const segmentRoutes: Route[] = [
  route({
    method: 'get',
    path: '/segments',
    summary: 'The segments, with their published version and open deals',
    roles,
    answer: z.array(segmentSchema),
    handle: async ({ deps: { db } }) => {
      const segments = await db.segment.findMany({
        orderBy: { name: 'asc' },
        include: {
          model: { include: { versions: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 } } },
          _count: { select: { deals: { where: { status: 'open' } } } },
        },
      })
      return segments.map(({ id, name, mode, model, _count }) => ({
        id,
        name,
        mode: mode === 'funnel' ? ('funnel' as const) : ('process' as const),
        publishedVersion: model?.versions[0]?.number ?? null,
        deals: _count.deals,
      }))
    },
  }),
  route({
    method: 'post',
    path: '/segments',
    summary: 'Make a segment; one that is worked by process starts with an empty drawing',
    roles: ['ops', 'admin'],
    body: z.strictObject({
      name: z.string().trim().min(1).max(200),
      mode: z.enum(['process', 'funnel']).default('process'),
    }),
    answer: segmentSchema,
    handle: async ({ deps: { db, newId }, actor, body }) => {
      if (await db.segment.findUnique({ where: { name: body.name } }))
        throw new DomainError('REQUEST_INVALID', `There is a segment “${body.name}” already. Choose another name.`, {
          name: body.name,
        })
      const id = newId()
      const model =
        body.mode === 'process' ? { model: { create: { id, draft: emptyModel(body.name), editedBy: actor.id } } } : {}
      await db.segment.create({ data: { id, name: body.name, mode: body.mode, ...model } })
      return { id, ...body, publishedVersion: null, deals: 0 }
    },
  }),
]
