import { dealFilterQuery } from '../deals/contract.ts'
import { deviationFilterQuery } from '../deviations/contract.ts'
import { CsvAnswer, csvAnswerSchema } from '../http/csv-answer.ts'
import { type Route, route } from '../http/route.ts'
import { objectionFilterQuery } from '../objections/contract.ts'
import { roles } from '../people/contract.ts'
import { requestFilterQuery } from '../work/contract.ts'
import { dealTable, deviationTable, objectionTable, owedTable, requestTable } from './tables.ts'

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
    path: '/exports/owed',
    summary: 'What you owe, as a CSV file',
    roles,
    answer: csvAnswerSchema,
    handle: async ({ deps, actor }) => new CsvAnswer('owed', owedTable(deps, actor)),
  }),
  route({
    method: 'get',
    path: '/exports/support-requests',
    summary: 'What your departments are asked for, or have answered, as a CSV file',
    roles: ['resource-owner', 'manager', 'admin'],
    query: requestFilterQuery,
    answer: csvAnswerSchema,
    handle: async ({ deps, actor, query }) => new CsvAnswer('support-requests', requestTable(deps, actor, query)),
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
  route({
    method: 'get',
    path: '/exports/deviations',
    summary: 'The steps that deals took outside their models, as a CSV file',
    roles: ['ops', 'manager', 'admin'],
    query: deviationFilterQuery,
    answer: csvAnswerSchema,
    handle: async ({ deps, query }) => new CsvAnswer('deviations', deviationTable(deps, query)),
  }),
]
