import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import { roles } from '../people/contract.ts'
import {
  myStagesSchema,
  noticeListSchema,
  owedListQuery,
  owedListSchema,
  requestListQuery,
  requestListSchema,
  requestPageSchema,
} from './contract.ts'
import { managers } from './managers.ts'
import { myStages } from './my-stages.ts'
import { markNoticesRead, notices } from './notices.ts'
import { owedList } from './owed-list.ts'
import { requestList } from './request-list.ts'
import { requestPage } from './request-page.ts'

const sellers = ['rep', 'manager', 'admin'] as const
const departments = ['resource-owner', 'manager', 'admin'] as const

/** What each person has to do, and what happened that concerns them. */
export const workRoutes: Route[] = [
  route({
    method: 'get',
    path: '/owed',
    summary: 'What you owe, the most urgent first: answers to departments, tasks, and steps of objections',
    roles,
    query: owedListQuery,
    answer: owedListSchema,
    handle: ({ deps, actor, query }) => owedList(deps, actor, query),
  }),
  route({
    method: 'get',
    path: '/my-stages',
    summary: 'Your running deals at all stages where they stand, how long, what is missing there and from whom',
    roles: sellers,
    answer: myStagesSchema,
    handle: ({ deps, actor }) => myStages(deps, actor),
  }),
  route({
    method: 'get',
    path: '/support-requests',
    summary: 'What your departments are asked for: open by due time, or those that are done, newest first',
    roles: departments,
    query: requestListQuery,
    answer: requestListSchema,
    handle: ({ deps, actor, query }) => requestList(deps, actor, query),
  }),
  route({
    method: 'get',
    path: '/deals/{deal}/support-requests/{id}',
    summary: 'One request, with what its department needs to know of the deal',
    roles: departments,
    params: { deal: z.string(), id: z.string() },
    answer: requestPageSchema,
    handle: ({ deps, actor, params }) => requestPage(deps, actor, params.deal, params.id),
  }),
  route({
    method: 'get',
    path: '/managers',
    summary: 'The managers who can be asked for support',
    roles: sellers,
    answer: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }),
    handle: async ({ deps }) => ({ items: await managers(deps.db) }),
  }),
  route({
    method: 'get',
    path: '/notifications',
    summary: 'What happened that concerns you, newest first; the newest hundred',
    roles,
    answer: noticeListSchema,
    handle: ({ deps, actor }) => notices(deps, actor),
  }),
  route({
    method: 'post',
    path: '/notifications/read',
    summary: 'Mark all of your notifications as read',
    roles,
    answer: z.object({ read: z.number() }),
    handle: ({ deps, actor }) => markNoticesRead(deps, actor),
  }),
]
