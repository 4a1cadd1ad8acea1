import type { support as en } from '../en/support.ts'
import type { Translated } from '../texts.ts'

export const support: Translated<typeof en> = {
  ask: {
    title: '請求支援',
    of: '請誰幫忙',
    wish: { department: '一個部門', manager: '一位主管', company: '一位主管陪同拜訪' },
    what: '需要什麼',
    whatMissing: '請說明需要什麼',
    details: '對方需要知道的事',
    due: '希望何時完成',
    send: '送出請求',
    departmentMissing: '請選擇部門',
    managerMissing: '請選擇主管',
    askedBy: '由 {{name}} 提出',
  },
  visit: {
    at: '拜訪時間',
    atMissing: '請填寫時間',
    meet: '拜訪對象',
    meetMissing: '請填寫拜訪對象',
    is: '{{time}} 拜訪 {{people}}',
    propose: '若要改期，請提出另一個時間',
    proposed: '提議的拜訪時間：{{time}}',
    agreed: '拜訪時間改為',
  },
  lock: {
    title: '鎖定',
    lock: '鎖定商機',
    lockFor: '為{{department}}鎖定',
    release: '解除鎖定',
    releaseOf: '解除{{department}}的鎖定',
    for: '為哪個部門',
    lockedBy: '{{department}}鎖定了這個商機：',
    holds: '{{department}}鎖定了商機：{{reason}}',
    means:
      '鎖定期間仍可記錄事實，解除後一併計入；但節點不會完成、不能跳過，也不能以贏單結案。該部門成員或主管可以解除鎖定。',
    offer: '若事情未釐清前採購不得前進，可以鎖定商機。',
    first: '{{departments}}已鎖定，須先解除鎖定。請洽該部門或主管。',
  },
  refusedByModel: '依目前情況，流程模型拒絕「{{name}}」：{{reason}} 相關事實改變後會再提出請求。',
  hours: {
    title: '支援工時',
    cost: '目前支援工時',
    spent: '花費時數（可不填）',
    of_one: '{{count}} 小時',
    of_other: '{{count}} 小時',
  },
}
