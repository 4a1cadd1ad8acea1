import { kilobytes, table, tenths, whole } from '../table.ts'
import type { ListRate } from './list-rates.ts'
import type { PageRate } from './page-rates.ts'

/** What every list is to be answered within, of twenty calls all but one, and a page to be of use; in milliseconds. */
const budget = 150
const usable = 1000

/** What lists and pages cost by the number of deals, as tables to read in a terminal. */
export function listsReport(few: number, many: number, lists: ListRate[], pages: PageRate[]): string {
  const within = lists.filter(({ large }) => large.p95 <= budget)
  return [
    `Lists over ${few} deals and over ${many}, each with ten events, and as many leads: calls one after the other, in`,
    'milliseconds; rows read for one answer, and tables read from their beginning to their end',
    table(
      ['list', 'p50', 'p95', 'rows', 'p50', 'p95', 'rows', 'kB', '× few', `p95/${budget}`, 'goal 1', 'read whole'],
      lists.map(({ what, actor, small, large }) => [
        `${what} (${actor})`,
        ...[small, large].flatMap(({ p50, p95, rows }) => [tenths(p50), tenths(p95), whole(rows)]),
        kilobytes(large.bytes),
        (large.p50 / small.p50).toFixed(2),
        ...against(large.p95, budget),
        large.whole.join(' '),
      ]),
    ),
    `${within.length} of ${lists.length} within ${budget} ms`,
    '',
    `Pages of a seller over ${many} deals in a browser, until they can be used, in milliseconds`,
    table(
      ['page', 'p50', 'p95', `p95/${usable}`, 'goal 1'],
      pages.map(({ page, p50, p95 }) => [page, whole(p50), whole(p95), ...against(p95, usable)]),
    ),
  ].join('\n')
}

const against = (figure: number, most: number): [string, string] => [
  (figure / most).toFixed(2),
  figure <= most ? 'met' : 'missed',
]
