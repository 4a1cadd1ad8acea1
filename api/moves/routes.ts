import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import { versionNumber } from '../models/contract.ts'
import {
  impactListQuery,
  impactListSchema,
  movedDealListSchema,
  movedDealsQuery,
  moveSchema,
  newMoveSchema,
  runningDealsSchema,
} from './contract.ts'
import { impactList, runningDeals } from './impact-list.ts'
import { movedDeals, moveList, moveOf, movePage, pauseMove, undoMove } from './move-page.ts'
import { draftTarget, publishedTarget } from './move-target.ts'
import { startMove } from './start-move.ts'

const roles = ['ops', 'admin'] as const
const readers = ['ops', 'manager', 'admin'] as const
const segment = { segment: z.string() }
const move = { ...segment, move: z.string() }

export const moveRoutes: Route[] = [
  route({
    method: 'get',
    path: '/segments/{segment}/versions/{number}/impact',
    summary: 'What moving each running deal to a version would do to it, with totals',
    roles,
    params: { ...segment, number: versionNumber },
    query: impactListQuery,
    answer: impactListSchema,
    handle: async ({ deps, params, query }) =>
      impactList(deps, await publishedTarget(deps, params.segment, params.number), query),
  }),
  route({
    method: 'get',
    path: '/segments/{segment}/model/impact',
    summary: 'What moving each running deal to the saved drawing would do to it, were it published',
    roles,
    params: segment,
    query: impactListQuery,
    answer: impactListSchema,
    handle: async ({ deps, params, query }) => impactList(deps, await draftTarget(deps, params.segment), query),
  }),
  route({
    method: 'get',
    path: '/segments/{segment}/running-deals',
    summary: 'How many running deals stand on which version',
    roles: readers,
    params: segment,
    answer: runningDealsSchema,
    handle: ({ deps, params }) => runningDeals(deps, params.segment),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/moves',
    summary: 'Move running deals to a version, in the background: all of the segment’s, or those that you choose',
    roles,
    params: segment,
    body: newMoveSchema,
    answer: moveSchema,
    handle: async ({ deps, actor, params, body, key }) =>
      movePage(deps, params.segment, await startMove(deps, actor, params.segment, body, key)),
  }),
  route({
    method: 'get',
    path: '/segments/{segment}/moves',
    summary: 'The segment’s moves, newest first',
    roles,
    params: segment,
    answer: z.object({ items: z.array(moveSchema) }),
    handle: async ({ deps, params }) => ({ items: await moveList(deps, params.segment) }),
  }),
  route({
    method: 'get',
    path: '/segments/{segment}/moves/{move}',
    summary: 'How a move goes',
    roles,
    params: move,
    answer: moveSchema,
    handle: ({ deps, params }) => movePage(deps, params.segment, params.move),
  }),
  route({
    method: 'get',
    path: '/segments/{segment}/moves/{move}/deals',
    summary: 'What became of each deal of a move',
    roles,
    params: move,
    query: movedDealsQuery,
    answer: movedDealListSchema,
    handle: ({ deps, params, query }) => movedDeals(deps, params.segment, params.move, query),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/moves/{move}/pause',
    summary: 'Pause a move; it begins no other deal until it is resumed',
    roles,
    params: move,
    answer: moveSchema,
    handle: ({ deps, params }) => pauseMove(deps, params.segment, params.move),
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/moves/{move}/resume',
    summary: 'Go on with a move that was paused, or that nothing works on',
    roles,
    params: move,
    answer: moveSchema,
    handle: async ({ deps, params }) => {
      const { id, undoneAt } = await moveOf(deps, params.segment, params.move)
      await deps.moves.resume(id, undoneAt !== null)
      return movePage(deps, params.segment, id)
    },
  }),
  route({
    method: 'post',
    path: '/segments/{segment}/moves/{move}/undo',
    summary: 'Move back the deals of a move that have not changed since',
    roles,
    params: move,
    answer: moveSchema,
    handle: ({ deps, params }) => undoMove(deps, params.segment, params.move),
  }),
]
