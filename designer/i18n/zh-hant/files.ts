import type { files as en } from '../en/files.ts'
import type { Translated } from '../texts.ts'

export const files: Translated<typeof en> = {
  choose: '加入檔案',
  drop: '或拖放到這裡',
  chooseFor: '加入檔案：{{subject}}',
  list: '檔案',
  sending: '正在上傳 {{name}}…',
  tooLarge: '{{name}} 超過 {{limit}}。請改傳較小的檔案，或寫下連結。',
  tooMany: '同一處最多 {{count}} 份檔案。',
  failed: '{{name}}：{{why}}',
  takeOut: '移除 {{name}}',
}
