import type { views as en } from '../en/views.ts'
import type { Translated } from '../texts.ts'

export const views: Translated<typeof en> = {
  title: '檢視',
  none: '依您的習慣篩選與排序清單，再命名儲存。',
  name: '檢視名稱',
  save: '儲存',
  replace: '取代',
  rename: '重新命名「{{name}}」',
  delete: '刪除「{{name}}」',
  deleteSure: '要刪除檢視「{{name}}」嗎？',
  default: '開啟清單時使用「{{name}}」',
}
