import { z } from 'zod'
import { dealFilterQuery } from '../deals/contract.ts'
import { deviationFilterQuery } from '../deviations/contract.ts'
import { CsvAnswer, csvAnswerSchema } from '../http/csv-answer.ts'
import { type Route, route } from '../http/route.ts'
import { leadExportQuery } from '../leads/contract.ts'
import { objectionFilterQuery } from '../objections/contract.ts'
import { roles } from '../people/contract.ts'
import { requestFilterQuery } from '../work/contract.ts'
import { leadTable } from './lead-table.ts'
import { tableLanguages, tableWords } from './table-words.ts'
import { dealTable, deviationTable, objectionTable, owedTable, requestTable } from './tables.ts'

/** Of its headings, and of what the product itself says in its cells. */
const language = z.enum(tableLanguages).default('en')

/** Lists as tables for a spreadsheet, filtered and sorted as they are shown, whole. */
export const exportRoutes: Route[] = [
  route({
    method: 'get',
    path: '/exports/deals',
    summary: 'The deals that you work with, as a CSV file',
    roles: ['rep', 'manager', 'admin'],
    query: { ...dealFilterQuery, language },
    answer: csvAnswerSchema,
    handle: async ({ deps, actor, query: { language, ...filter } }) =>
      new CsvAnswer('deals', dealTable(deps, actor, filter, await tableWords(language))),
  }),
  route({
    method: 'get',
    path: '/exports/owed',
    summary: 'What you owe, as a CSV file',
    roles,
    query: { language },
    answer: csvAnswerSchema,
    handle: async ({ deps, actor, query: { language } }) =>
      new CsvAnswer('owed', owedTable(deps, actor, await tableWords(language))),
  }),
  route({
    method: 'get',
    path: '/exports/support-requests',
    summary: 'What your departments are asked for, or have answered, as a CSV file',
    roles: ['resource-owner', 'manager', 'admin'],
    query: { ...requestFilterQuery, language },
    answer: csvAnswerSchema,
    handle: async ({ deps, actor, query: { language, ...filter } }) =>
      new CsvAnswer('support-requests', requestTable(deps, actor, filter, await tableWords(language))),
  }),
  route({
    method: 'get',
    path: '/exports/objections',
    summary: 'The objections of running deals, as a CSV file',
    roles: ['manager', 'admin'],
    query: { ...objectionFilterQuery, language },
    answer: csvAnswerSchema,
    handle: async ({ deps, query: { language, ...filter } }) =>
      new CsvAnswer('objections', objectionTable(deps, filter, await tableWords(language))),
  }),
  route({
    method: 'get',
    path: '/exports/leads/{segment}',
    summary: 'The leads of a mass segment that you work with, as a CSV file; `filter` is a condition as JSON',
    roles: ['rep', 'manager', 'ops', 'admin'],
    params: { segment: z.string() },
    query: { ...leadExportQuery, language },
    answer: csvAnswerSchema,
    handle: async ({ deps, actor, params, query: { language, ...filter } }) =>
      new CsvAnswer('leads', await leadTable(deps, actor, params.segment, filter, await tableWords(language))),
  }),
  route({
    method: 'get',
    path: '/exports/deviations',
    summary: 'The steps that deals took outside their models, as a CSV file',
    roles: ['ops', 'manager', 'admin'],
    query: { ...deviationFilterQuery, language },
    answer: csvAnswerSchema,
    handle: async ({ deps, query: { language, ...filter } }) =>
      new CsvAnswer('deviations', deviationTable(deps, filter, await tableWords(language))),
  }),
]
