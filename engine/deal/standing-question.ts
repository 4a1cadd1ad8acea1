import type { Question, SupportRequest } from './deal-state.ts'

/** The question that a request waits on, if any: while it has no answer, the clock of an open request stands. */
export function standingQuestion({ questions, status }: SupportRequest): Question | undefined {
  const last = questions?.at(-1)
  return status === 'open' && last?.answer === undefined ? last : undefined
}
