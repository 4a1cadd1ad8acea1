import type { UsualTime } from './contract.ts'

/** Where deals pass within minutes, as after an import, one that stands there for an hour is none to look into. */
const leastMs = 86_400_000

/**
 * A deal is late where it has stood at a stage since before this instant: longer than three of four of those that passed the
 * stage last, and longer than a day. Null where too few have passed it to compare with.
 */
export const lateBefore = (usual: UsualTime | undefined, now: Date): Date | null =>
  usual ? new Date(now.getTime() - Math.max(usual.most, leastMs)) : null
