import type { team as en } from '../en/team.ts'
import type { Translated } from '../texts.ts'

export const team: Translated<typeof en> = {
  title: '團隊：{{name}}',
  hint: '誰手上有什麼、何時到期。您承辦的、尚無人承辦的，以及由您代理的請求，都可以在這裡轉交。',
  unheld: '尚無人承辦',
  you: '（您）',
  open: '項處理中',
  openOf: '項處理中，上限 {{count}} 項',
  away: '請假 {{days}}',
  willBeAway: '將請假 {{days}}',
  most: '顯示最急的 {{shown}} 項，共 {{count}} 項。其餘請看支援請求。',
  handOver: '轉交 {{deal}} 的「{{request}}」',
}
