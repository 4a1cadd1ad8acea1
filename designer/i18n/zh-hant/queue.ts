import type { queue as en } from '../en/queue.ts'
import type { Translated } from '../texts.ts'

export const queue: Translated<typeof en> = {}
