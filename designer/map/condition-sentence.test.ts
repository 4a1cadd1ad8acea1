import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Condition, type ProcessModelDraft, processModelSchema } from '#engine'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { map as en } from '../i18n/en/map.ts'
import { words as enWords } from '../i18n/en/words.ts'
import { map as zhHant } from '../i18n/zh-hant/map.ts'
import { words as zhHantWords } from '../i18n/zh-hant/words.ts'
import { conditionSentence, tellingOf } from './condition-sentence.ts'

const purchase: ProcessModelDraft = {
  ...smallPurchase,
  attributes: [
    { id: 'amount', name: 'Amount', value: { kind: 'money' } },
    { id: 'deadline', name: 'Deadline', value: { kind: 'date' } },
    { id: 'region', name: 'Region', value: { kind: 'choice', options: ['north', 'south'] } },
  ],
}
const isLarge: Condition = { fact: 'attribute.amount', operator: 'greaterThan', value: 25000 }
const isSouth: Condition = { fact: 'attribute.region', operator: 'equal', value: 'south' }
const isInquired: Condition = { fact: 'element.inquiry', operator: 'equal', value: true }

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    interpolation: { escapeValue: false },
    resources: {
      en: { translation: { map: en, words: enWords } },
      'zh-Hant': { translation: { map: zhHant, words: zhHantWords } },
    },
  })
})

function told(condition: Condition, language = 'en'): string {
  return conditionSentence(
    condition,
    tellingOf(processModelSchema.parse(purchase), i18next.getFixedT(language), language),
  )
}

describe('a condition as a sentence', () => {
  it.each<[Condition, string]>([
    [isLarge, 'Amount is more than $25,000'],
    [{ fact: 'attribute.deadline', operator: 'lessThan', value: '2026-03-31' }, 'Deadline is before 2026-03-31'],
    [{ fact: 'attribute.region', operator: 'in', value: ['north', 'south'] }, 'Region is one of north, south'],
    [isInquired, 'Inquiry received is obtained'],
    [{ fact: 'commitment.approve', operator: 'equal', value: true }, 'Approves the purchase is given'],
    [
      { fact: 'grade.element.budget', operator: 'greaterThanInclusive', value: 2 },
      'evidence of Budget is at least written',
    ],
    [{ fact: 'days-since.element.budget', operator: 'greaterThan', value: 30 }, 'days since Budget is more than 30'],
    [{ fact: 'layer.management', operator: 'equal', value: true }, 'layer Management has signed off'],
    [
      { fact: 'support.legal-review', operator: 'equal', value: 'approved' },
      'answer on Review of the terms is Approved',
    ],
    [{ fact: 'style', operator: 'equal', value: 'top-leader' }, 'style is Top-leader project'],
    [{ fact: 'attribute.amount', operator: 'isUnknown', value: true }, 'Amount is not known'],
    [{ fact: 'element.gone', operator: 'equal', value: 1 }, 'element.gone is 1'],
    [{ all: [] }, 'always'],
    [{ any: [] }, 'never'],
  ])('says what is asked: %j', (condition, sentence) => {
    expect(told(condition)).toBe(sentence)
  })

  it('brackets a group inside a group, and no other', () => {
    expect(told({ all: [isInquired, { any: [isLarge, isSouth] }] })).toBe(
      'Inquiry received is obtained and (Amount is more than $25,000 or Region is south)',
    )
    expect(told({ not: { all: [isLarge, isSouth] } })).toBe(
      'it is not so that (Amount is more than $25,000 and Region is south)',
    )
    expect(told({ any: [{ all: [isLarge] }] })).toBe('Amount is more than $25,000')
  })

  it('is told in the reader’s language', () => {
    expect(told({ all: [isInquired, isLarge] }, 'zh-Hant')).toBe('已取得「Inquiry received」，且Amount高於 US$25,000')
  })
})
