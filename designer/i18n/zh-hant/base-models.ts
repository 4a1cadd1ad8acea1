import type { baseModels as en } from '../en/base-models.ts'
import type { Translated } from '../texts.ts'

export const baseModels: Translated<typeof en> = {
  title: '基準模型',
  hint: '各客群的共同做法。每個客群只畫自己不同的部分。',
  new: '新增基準模型',
  create: '建立基準模型',
  empty: '還沒有基準模型',
  emptyHint: '幾個客群的採購方式大致相同時，把共同的部分畫一次。之後的修改可由各客群採用，各客群自己的做法則保持不變。',
  open: '開啟「{{name}}」的流程圖',
  restingOnIt: '以它為基準的客群',
  none: '還沒有',
  current: '已採用第 {{version}} 版',
  behind: '仍在第 {{version}} 版',
  comesOver_one: '將帶入 {{count}} 項變更',
  comesOver_other: '將帶入 {{count}} 項變更',
  conflicts_one: '{{count}} 項衝突須在其流程圖中決定',
  conflicts_other: '{{count}} 項衝突須在其流程圖中決定',
  takeOverNamed: '在「{{name}}」採用',
  takenOver: '「{{name}}」已採用第 {{version}} 版。準備好時請發布其流程圖。',
  nameMissing: '請為基準模型命名',
  namePlaceholder: '例如：企業如何採購',
  fromHint: '會複製一份，原本的流程圖不變。',
  fromSegment: '複製客群的流程圖',
  fromLibrary: 'Keynode 內附的模型',
}
