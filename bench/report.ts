import type { EngineRate } from './engine-rate.ts'
import type { SizeCost } from './model-size.ts'
import type { StepRate } from './step-rate.ts'
import { table, tenths, whole } from './table.ts'

/** A step of a deal is to reach this share of the empty update's rate. */
const goal = 0.75

/** The figures as tables to read in a terminal. */
export function report(rates: StepRate[], importPerSecond: number, engine: EngineRate, sizes: SizeCost[]): string {
  return [
    'A step of a deal (a visit with two facts) beside an empty update: medians of rounds that take turns',
    table(
      ['in flight', 'empty /s', 'p50 ms', 'p95 ms', 'step /s', 'p50 ms', 'p95 ms', 'ratio', `goal ${goal}`],
      rates.map(({ inFlight, empty, step, ratio }) => [
        String(inFlight),
        ...[empty, step].flatMap(({ perSecond, p50, p95 }) => [whole(perSecond), tenths(p50), tenths(p95)]),
        ratio.toFixed(2),
        ratio >= goal ? 'met' : 'missed',
      ]),
    ),
    '',
    table(
      ['on the enterprise model', ''],
      [
        ['import, deals opened', `${tenths(importPerSecond)} /s`],
        ['advance, steps', `${whole(engine.advancePerSecond)} /s`],
        ['compile', `${tenths(engine.compileMs)} ms`],
        ['check', `${tenths(engine.checkMs)} ms`],
      ],
    ),
    '',
    'One event by the size of the model, in milliseconds, for a deal at its beginning, in its middle and near its end',
    table(
      ['stages', 'early', 'middle', 'late'],
      sizes.map(({ stages, ...costs }) => [
        String(stages),
        ...[costs.early, costs.middle, costs.late].map((ms) => ms.toFixed(3)),
      ]),
    ),
  ].join('\n')
}
