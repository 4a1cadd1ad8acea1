import type { versions as en } from '../en/versions.ts'
import type { Translated } from '../texts.ts'

export const versions: Translated<typeof en> = {
  title: '版本',
  toDrawing: '前往流程圖',
  none: '尚未發布任何版本',
  noneHint: '發布流程圖後，第一個版本會列在這裡。',
  published: '已發布',
  drawing: '流程圖',
  drawingHint: '已儲存的內容，尚未發布',
  number: '第 {{number}} 版',
  deals_one: '{{count}} 個進行中的商機',
  deals_other: '{{count}} 個進行中的商機',
  moveHere_one: '將 {{count}} 個商機移到此版',
  moveHere_other: '將 {{count}} 個商機移到此版',
  since: '比較對象',
  nothing: '不比較',
  differences: '差異',
}
