import type { deviations as en } from '../en/deviations.ts'
import type { Translated } from '../texts.ts'

export const deviations: Translated<typeof en> = {
  title: '偏離流程模型',
  count_one: '{{count}} 次偏離模型',
  count_other: '{{count}} 次偏離模型',
  none: '沒有人偏離模型',
  noneHint: '跳過節點、增加或免除動作時都要寫下原因，並列在這裡。',
  noneFound: '沒有符合篩選條件的偏離',
  clear: '顯示全部',
  kindOf: '類型',
  who: '人員',
  when: '時間',
  what: '做了什麼不同的事',
  since: { 30: '30 天', 90: '90 天', all: '全部時間' },
  sinceLabel: '期間',
  stages: '模型不合用之處',
  stagesHint: '經常被跳過或增加動作的節點，應該重新設計。',
  noStage: '不屬於特定節點',
  showChanges: '調整內容',
}
