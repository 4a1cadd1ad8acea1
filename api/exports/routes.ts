import { dealFilterQuery } from '../deals/contract.ts'
import { CsvAnswer, csvAnswerSchema } from '../http/csv-answer.ts'
import { type Route, route } from '../http/route.ts'
import { objectionListQuery } from '../objections/contract.ts'
import { roles } from '../people/contract.ts'
import { requestListQuery } from '../work/contract.ts'
import { dealTable, objectionTable, requestTable, taskTable } from './tables.ts'

const { page: _, pageSize: _size, ...objectionFilterQuery } = objectionListQuery

/** Lists as tables for a spreadsheet, filtered and sorted as they are shown, whole. */
export const exportRoutes: Route[] = [
  route({
    method: 'get',
    path: '/exports/deals',
    summary: 'The deals that you work with, as a CSV file',
    roles: ['rep', 'manager', 'admin'],
    query: dealFilterQuery,
    answer: csvAnswerSchema,
    handle: async ({ deps, actor, query }) => new CsvAnswer('deals', dealTable(deps, actor, query)),
  }),
  route({
    method: 'get',
    path: '/exports/tasks',
    summary: 'The tasks that you owe, as a CSV file',
    roles,
    answer: csvAnswerSchema,
    handle: async ({ deps, actor }) => new CsvAnswer('tasks', taskTable(deps, actor)),
  }),
  route({
    method: 'get',
    path: '/exports/support-requests',
    summary: 'What your departments are asked for, or have answered, as a CSV file',
    roles: ['resource-owner', 'manager', 'admin'],
    query: { status: requestListQuery.status },
    answer: csvAnswerSchema,
    handle: async ({ deps, actor, query }) =>
      new CsvAnswer('support-requests', requestTable(deps, actor, query.status)),
  }),
  route({
    method: 'get',
    path: '/exports/objections',
    summary: 'The objections of running deals, as a CSV file',
    roles: ['manager', 'admin'],
    query: objectionFilterQuery,
    answer: csvAnswerSchema,
    handle: async ({ deps, query }) => new CsvAnswer('objections', objectionTable(deps, query)),
  }),
]
