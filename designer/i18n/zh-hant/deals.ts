import type { deals as en } from '../en/deals.ts'
import type { Translated } from '../texts.ts'

export const deals: Translated<typeof en> = {}
