import type { Grant } from './routing.ts'

/** What is asked for, as authority sees it: the kind of request, where, and for how much, as far as that is known. */
export type Asked = { request: string; stage?: string; amount?: number }

/**
 * Whether somebody may take and answer a request. An amount that nobody knows yet exceeds no limit: once it is known,
 * answering is judged anew.
 */
export const mayTake = (authority: readonly Grant[], person: string, asked: Asked): boolean =>
  authority.length === 0 || authority.some((grant) => covers(grant, person, asked))

const covers = (grant: Grant, person: string, { request, stage, amount }: Asked): boolean =>
  (grant.person === undefined || grant.person === person) &&
  (grant.request === undefined || grant.request === request) &&
  (grant.stage === undefined || grant.stage === stage) &&
  (grant.upTo === undefined || amount === undefined || amount <= grant.upTo)
