import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import { roles } from '../people/contract.ts'
import {
  changedSavedViewSchema,
  newSavedViewSchema,
  savedViewListQuery,
  savedViewListSchema,
  savedViewSchema,
} from './contract.ts'
import { changeView, deleteView, savedViews, saveView } from './saved-views.ts'

const view = { view: z.string() }

/** How each person likes to see the lists. */
export const viewRoutes: Route[] = [
  route({
    method: 'get',
    path: '/views',
    summary: 'Your views of a list, by name',
    roles,
    query: savedViewListQuery,
    answer: savedViewListSchema,
    handle: async ({ deps, actor, query }) => ({ items: await savedViews(deps, actor, query.list) }),
  }),
  route({
    method: 'post',
    path: '/views',
    summary: 'Keep a list’s filters and order as a view of yours; one of the same name is replaced',
    roles,
    body: newSavedViewSchema,
    answer: savedViewSchema,
    handle: ({ deps, actor, body }) => saveView(deps, actor, body),
  }),
  route({
    method: 'put',
    path: '/views/{view}',
    summary: 'Rename a view of yours, or have its list open with it',
    roles,
    params: view,
    body: changedSavedViewSchema,
    answer: savedViewSchema,
    handle: ({ deps, actor, params, body }) => changeView(deps, actor, params.view, body),
  }),
  route({
    method: 'delete',
    path: '/views/{view}',
    summary: 'Delete a view of yours',
    roles,
    params: view,
    answer: z.object({ id: z.string() }),
    handle: ({ deps, actor, params }) => deleteView(deps, actor, params.view),
  }),
]
