import type { coaching as en } from '../en/coaching.ts'
import type { Translated } from '../texts.ts'

export const coaching: Translated<typeof en> = {
  add: '輔導或標為最佳實踐',
  kind: { coaching: '給業務的意見', 'best-practice': '最佳實踐' },
  kindLabel: '類型',
  text: '可以學到什麼',
  textMissing: '請用一兩句話說明',
  stage: '適用的關鍵節點',
  stageMissing: '請選擇關鍵節點',
  said: { coaching: '{{name}} 給業務的意見', 'best-practice': '最佳實踐（{{name}}）' },
  example: '{{seller}} 的{{kind}}',
  examples: '這個節點的最佳實踐',
}
