import type { editing as en } from '../en/editing.ts'
import type { Translated } from '../texts.ts'

export const editing: Translated<typeof en> = {}
