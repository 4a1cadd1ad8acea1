import type { segments as en } from '../en/segments.ts'
import type { Translated } from '../texts.ts'

export const segments: Translated<typeof en> = {
  title: '客群',
  hint: '依同一套行業規則採購的客戶。',
  new: '新增客群',
  empty: '還沒有客群',
  emptyHint: '客群是以相同方式採購的一群客戶。建立第一個客群，畫出它如何採購，商機就依此推進。',
  emptyReader: '第一個客群由銷售營運繪製，發布後即可開立商機。',
  mode: { process: '流程', funnel: '漏斗' },
  modeHint: {
    process: '每個商機都依繪製的模型推進：關鍵節點、決策鏈、支援。',
    funnel: '大量小額採購：用標籤與篩選，不需要模型。',
  },
  version: '已發布第 {{number}} 版',
  unpublished: '尚未發布',
  noModel: '不使用模型',
  restsOn: '以「{{name}}」第 {{version}} 版為基準',
  fromBase: '與其他客群的共同做法；之後可採用新版本',
  deals_one: '{{count}} 個進行中的商機',
  deals_other: '{{count}} 個進行中的商機',
  open: '開啟「{{name}}」的流程圖',
  create: '建立客群',
  modeLabel: '商機的推進方式',
  startFrom: '起點',
  blank: '空白流程圖',
  blankHint: '自行畫出第一個節點',
  templateHint: '{{stages}} 個節點、{{layers}} 個審批層級、{{departments}} 個部門',
  nameMissing: '請為客群命名',
  namePlaceholder: '例如：北區醫院',
}
