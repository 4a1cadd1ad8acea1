import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import { published } from '../models/version-of.ts'
import { roles } from '../people/contract.ts'
import { newSegmentSchema, type Segment, segmentSchema } from './contract.ts'
import { createSegment } from './create-segment.ts'

export const segmentRoutes: Route[] = [
  route({
    method: 'get',
    path: '/segments',
    summary: 'The segments, with their published version and open deals',
    roles,
    answer: z.object({ items: z.array(segmentSchema) }),
    handle: async ({ deps: { db } }) => {
      const segments = await db.segment.findMany({
        orderBy: { name: 'asc' },
        include: {
          model: {
            select: {
              versions: newestFirst,
              restsOn: { select: { number: true, of: { select: { baseModel: true, versions: newestFirst } } } },
            },
          },
          _count: { select: { deals: { where: { status: 'open', seq: { gt: 0 } } } } },
        },
      })
      return {
        items: segments.map(({ id, name, mode, model, _count }) => ({
          id,
          name,
          mode: segmentSchema.shape.mode.parse(mode),
          publishedVersion: model?.versions[0]?.number ?? null,
          restsOn: restingOn(model?.restsOn),
          deals: _count.deals,
        })),
      }
    },
  }),
  route({
    method: 'post',
    path: '/segments',
    summary:
      'Make a segment; one that is worked by process starts with an empty drawing, a template or a drawing that is given',
    roles: ['ops', 'admin'],
    body: newSegmentSchema,
    answer: segmentSchema,
    handle: ({ deps, actor, body }) => createSegment(deps, actor, body),
  }),
]

const newestFirst = { select: { number: true }, where: published, orderBy: { number: 'desc' }, take: 1 } as const

type Base = { baseModel: { id: string; name: string } | null; versions: { number: number }[] }

function restingOn(resting: { number: number; of: Base } | null | undefined): Segment['restsOn'] {
  if (!resting?.of.baseModel) return null
  const { id, name } = resting.of.baseModel
  return { id, name, version: resting.number, newest: resting.of.versions[0]?.number ?? resting.number }
}
