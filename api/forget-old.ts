import type { Deps } from './deps.ts'
import { forgetUnusedFiles } from './files/attach-files.ts'
import { forgetOldAnswers } from './http/once-only.ts'
import { forgetOldPreviews } from './moves/foresee.ts'
import { forgetOldMails } from './notifications/undelivered.ts'
import { forgetOldDeliveries } from './webhooks/deliveries.ts'

const hour = 3_600_000

/**
 * Forgets, at once and every so many milliseconds from then on, what nobody asks for again: old answers, old previews, old mails and webhooks, files that
 * nothing came to rest on. While the database is away nothing is forgotten, and the next time makes up for it. Several APIs may do
 * so beside each other. Gives what ends it.
 */
export function keepForgetting(deps: Pick<Deps, 'db' | 'now'>, everyMs = hour): { stop(): Promise<void> } {
  let round = forget(deps)
  const timer = setInterval(() => {
    round = round.then(() => forget(deps))
  }, everyMs)
  return {
    stop() {
      clearInterval(timer)
      return round
    },
  }
}

async function forget(deps: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const all = await Promise.allSettled([
    forgetOldAnswers(deps),
    forgetOldPreviews(deps),
    forgetUnusedFiles(deps),
    forgetOldMails(deps),
    forgetOldDeliveries(deps),
  ])
  for (const one of all) if (one.status === 'rejected') console.error('What is old could not be forgotten.', one.reason)
}
