import type { today as en } from '../en/today.ts'
import type { Translated } from '../texts.ts'

export const today: Translated<typeof en> = {
  title: '今天',
  owed: '待完成',
  bringsNothing: '不為特定要素或承諾',
  nowhere: '目前不在任何節點',
  mine: '我的商機',
  stages: '{{segment}}的節點',
  stood: '已停留 {{time}}',
  late: '四分之三在 {{time}}內通過',
  from: '來自 {{people}}',
  complete: '要素已齊，等待其他條件',
  owes_one: '{{count}} 項任務',
  owes_other: '{{count}} 項任務',
  overdue: '{{count}} 項逾期',
  record: '記錄',
  recordOn: '記錄 {{deal}} 的互動',
  recorded: '已記錄於 {{deal}}',
  none: '您沒有進行中的商機',
  noneHint: '建立商機後，會依所在節點列在這裡。',
  toDeals: '前往商機',
  showAll: '顯示全部 {{count}} 件',
  showFewer: '只顯示停留最久的',
  newest: '顯示最近建立的 {{shown}} 個，共 {{count}} 個。',
}
