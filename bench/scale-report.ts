import type { DueTimers } from './due-timers.ts'
import type { IdleDeals } from './idle-deals.ts'
import type { LongDeal } from './long-deal.ts'
import { kilobytes, megabytes, table, tenths, whole } from './table.ts'

/* What many deals, many timers and many events cost, as tables to read in a terminal. */

export function idleReport(idle: IdleDeals[]): string {
  return [
    'Open deals that wait: memory of both processes, size of both stores, in MB, and both stores by deal in kB',
    table(
      ['deals', 'opened /s', 'server', 'worker', 'database', 'history', 'database each', 'history each'],
      idle.map((one) => idleRow(one, idle[0] ?? one)),
    ),
  ].join('\n')
}

export function timersReport({ deals, seconds, wokenPerSecond, p50, p95 }: DueTimers): string {
  return [
    `${deals} deals that fell due within ${tenths(seconds)} s`,
    table(['woken /s', 'p50 s late', 'p95 s late'], [[tenths(wokenPerSecond), tenths(p50), tenths(p95)]]),
  ].join('\n')
}

export function longDealsReport(long: LongDeal[]): string {
  return [
    'A deal by its events: its state, its longest run, replaying that run, and rebuilding the state from the stored steps',
    table(
      ['events', 'taken /s', 'state kB', 'run events', 'run kB', 'replay ms', 'grew MB', 'rebuild ms'],
      long.map((one) => [
        String(one.events),
        tenths(one.perSecond),
        kilobytes(one.stateBytes),
        String(one.historyEvents),
        kilobytes(one.historyBytes),
        whole(one.replayMs),
        megabytes(one.replayBytes),
        tenths(one.rebuildMs),
      ]),
    ),
  ].join('\n')
}

function idleRow({ deals, openedPerSecond, footprint }: IdleDeals, without: IdleDeals): string[] {
  const each = (store: 'database' | 'history') =>
    deals === 0 ? '' : kilobytes((footprint[store] - without.footprint[store]) / deals)
  return [
    String(deals),
    openedPerSecond === undefined ? '' : tenths(openedPerSecond),
    ...[footprint.server, footprint.worker, footprint.database, footprint.history].map(megabytes),
    each('database'),
    each('history'),
  ]
}
