import type { map as en } from '../en/map.ts'
import type { Translated } from '../texts.ts'

export const map: Translated<typeof en> = {}
