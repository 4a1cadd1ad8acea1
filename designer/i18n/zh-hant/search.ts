import type { search as en } from '../en/search.ts'
import type { Translated } from '../texts.ts'

export const search: Translated<typeof en> = {
  title: '全域搜尋',
  hint: {
    admin: '商機、客戶、人員、使用者、模型…',
    manager: '商機、客戶、人員、支援請求、業務…',
    rep: '商機、客戶、人員或名單…',
    ops: '模型、關鍵節點、名單…',
    'resource-owner': '支援請求…',
  },
  found: '搜尋結果',
  recent: '最近開啟',
  none: '您負責的範圍內，沒有名稱包含這些字的項目。',
  firstOf: '共 {{count}} 筆，顯示 {{shown}} 筆',
  firstOfMore: '超過 {{count}} 筆，顯示 {{shown}} 筆',
  kinds: {
    deals: '商機',
    accounts: '客戶',
    people: '客戶方人員',
    requests: '支援請求',
    leads: '名單',
    users: '我方人員',
    models: '客群與基準模型',
    drawn: '流程模型內容',
  },
  models: { segment: '客群', 'mass-segment': '大眾客群', 'base-model': '基準模型' },
}
