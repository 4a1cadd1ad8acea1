import { setTimeout } from 'node:timers/promises'
import { type Client, isGrpcCancelledError, isGrpcDeadlineError, ServiceError } from '@temporalio/client'

/** A server that has not answered in time, though gRPC has noticed nothing. */
class OutOfTime extends ServiceError {}

/**
 * Asks the server, and waits for so many milliseconds at most; then it throws what `isOutOfTime` knows. gRPC's own deadlines are
 * times of the day: where the clock is set back meanwhile they come late, since the client tries again by itself.
 */
export async function inTime<Answer>(client: Client, ms: number, ask: () => Promise<Answer>): Promise<Answer> {
  const answered = new AbortController()
  const timeIsUp = setTimeout(ms, undefined, { signal: answered.signal }).then(() => {
    throw new OutOfTime(`no answer within ${ms} ms`)
  })
  try {
    return await Promise.race([client.withDeadline(Date.now() + ms, ask), timeIsUp])
  } finally {
    answered.abort()
  }
}

export const isOutOfTime = (error: unknown): boolean =>
  error instanceof OutOfTime || isGrpcDeadlineError(error) || isGrpcCancelledError(error)
