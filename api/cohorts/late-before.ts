import type { UsualTime } from './contract.ts'

/**
 * A deal is late where it has stood at a stage since before this instant: longer than three of four of those that passed the
 * stage last. Null where too few have passed it to compare with.
 */
export const lateBefore = (usual: UsualTime | undefined, now: Date): Date | null =>
  usual ? new Date(now.getTime() - usual.most) : null
