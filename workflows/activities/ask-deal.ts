import { ServiceError } from '@temporalio/client'
import { DomainError, type DomainErrorCode, type ErrorDetails } from '#engine/deal'
import type { DealChange } from '../contract.ts'
import type { DealsClient } from '../deals-client.ts'

/** A deal that could not be confirmed so often is given up, with its reason; the rest of the batch is not held back. */
const attemptsPerDeal = 5

/** What a deal of a batch says to a change: taken, refused for good, to be asked again later, or given up. */
export type Answered =
  | { answer: 'taken'; seq: number }
  | ({ answer: 'refused' | 'later' | 'given-up'; attempts: number } & Refused)

/** Why a deal did not take a change, as it is kept: a refusal's code with what it names, and its sentence in English. */
export type Refused = { code: DomainErrorCode; details: ErrorDetails; reason: string }

/** Refusals that another attempt may not meet. */
export const mayPass: readonly string[] = ['NOT_CONFIRMED_YET', 'CHANGE_NOT_TAKEN']

/** Asks one deal of a batch for a change, for the `attempts + 1`st time. Throws only while the server is away. */
export async function askDeal(
  deals: DealsClient,
  { dealId, attempts: before }: { dealId: string; attempts: number },
  change: DealChange,
  passing = mayPass,
): Promise<Answered> {
  try {
    const { seq } = await deals.change(dealId, change)
    return { answer: 'taken', seq }
  } catch (error) {
    // The server is away: that is not the deal's fault, and the whole call is tried again later.
    if (error instanceof ServiceError) throw error
    const attempts = before + 1
    const refused = refusedBy(error)
    if (error instanceof DomainError && !passing.includes(error.code))
      return { answer: 'refused', attempts, ...refused }
    return { answer: attempts >= attemptsPerDeal ? 'given-up' : 'later', attempts, ...refused }
  }
}

/** A fault of ours has no code of its own: the change was not taken. */
export function refusedBy(error: unknown): Refused {
  if (error instanceof DomainError) return { code: error.code, details: error.details, reason: error.message }
  return { code: 'CHANGE_NOT_TAKEN', details: {}, reason: error instanceof Error ? error.message : String(error) }
}
