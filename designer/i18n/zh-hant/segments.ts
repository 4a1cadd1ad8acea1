import type { segments as en } from '../en/segments.ts'
import type { Translated } from '../texts.ts'

export const segments: Translated<typeof en> = {}
