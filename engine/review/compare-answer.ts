import type { Scalar } from '../model/condition.ts'
import { type Grade, gradeRank } from '../model/value-type.ts'

/** A value with its evidence; undefined stands for what is not known. */
export type Answer = { value: Scalar; grade: Grade } | undefined

/**
 * What a row of a review's sheet comes to. `same`: the sheet says what it was given, or what holds by now anyway. `change`:
 * only the sheet was changed. `conflict`: the deal was changed meanwhile, too. `emptied`: what is known is withdrawn on the
 * deal with a reason, never by an empty cell. `weaker`: the same value with less evidence than there is adds nothing.
 */
export type Comparison = 'same' | 'change' | 'conflict' | 'emptied' | 'weaker'

/** Compares what a sheet says with what it was given and with what holds now. Pure. */
export function compareAnswer(given: Answer, said: Answer, now: Answer): Comparison {
  if (isSameAnswer(said, given) || isSameAnswer(said, now)) return 'same'
  if (said === undefined) return 'emptied'
  if (now?.value === said.value && gradeRank(said.grade) < gradeRank(now.grade)) return 'weaker'
  return isSameAnswer(given, now) ? 'change' : 'conflict'
}

export const isSameAnswer = (one: Answer, other: Answer): boolean =>
  one?.value === other?.value && one?.grade === other?.grade
