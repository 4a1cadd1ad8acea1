import type { DrawingRate } from './drawing-rate.ts'
import type { PageWeight } from './page-weight.ts'
import { kilobytes, table, tenths, whole } from './table.ts'

/** What drawings cost on the screen by their size, and what pages weigh, as tables to read in a terminal. */
export function screensReport(rates: DrawingRate[], weights: PageWeight[]): string {
  const smallest = rates[0]
  return [
    'A drawing by its size: opening it, and milliseconds between two pictures while it is moved by hand',
    table(
      ['stages', 'open ms', '× smallest', 'pan p50', 'p95', 'drag p50', 'p95', 'pan whole p50', 'p95'],
      rates.map(({ stages, openMs, pan, drag, panWhole }) => [
        String(stages),
        whole(openMs),
        (openMs / (smallest?.openMs ?? Number.NaN)).toFixed(2),
        ...[pan, drag, panWhole].flatMap(({ p50, p95 }) => [tenths(p50), tenths(p95)]),
      ]),
    ),
    '',
    'What a page weighs over the wire for somebody with an empty cache, in kB',
    table(
      ['page', 'code', 'all'],
      weights.map(({ page, code, all }) => [page, kilobytes(code), kilobytes(all)]),
    ),
  ].join('\n')
}
