import i18next from 'i18next'
import { expect, it } from 'vitest'
import { checkModel, processModelSchema } from '#engine'
import { aDrawing, ask } from '../../tests/support/a-drawing.ts'
import { findings as en } from './en/findings.ts'
import { findings as zhHant } from './zh-hant/findings.ts'

const rules = Object.keys(en) as (keyof typeof en)[]
const namesIn = (sentence: string) => [...new Set(sentence.match(/{{\w+}}/g))].sort()

it('every rule says the same in both languages, about the same things', () => {
  expect(Object.keys(zhHant)).toEqual(rules)
  for (const rule of rules) expect([rule, ...namesIn(zhHant[rule])]).toEqual([rule, ...namesIn(en[rule])])
})

it('no rule is left in English', () => {
  expect(rules.filter((rule) => !/[\u4e00-\u9fff]/.test(zhHant[rule]))).toEqual([])
})

it('a screen that translates by rule and values says what the engine says, down to which condition it is', async () => {
  const screen = i18next.createInstance()
  await screen.init({
    lng: 'en',
    interpolation: { escapeValue: false },
    resources: { en: { translation: { findings: en } }, 'zh-Hant': { translation: { findings: zhHant } } },
  })
  const found = checkModel(
    processModelSchema.parse(
      aDrawing({
        need: { entry: ask('gone', 'isKnown'), exit: ask('gone', 'isKnown') },
        transitions: [{ id: 'on', from: 'need', to: 'signed', condition: ask('gone', 'isKnown') }],
        chain: { layers: [{ id: 'board', name: 'Board', rule: { kind: 'any' } }] },
      }),
    ),
  )
  expect(found.map(({ rule, values }) => screen.t(`findings.${rule}`, values))).toEqual(
    found.map(({ message }) => message),
  )
  expect(found.map(({ rule, values }) => screen.t(`findings.${rule}`, { ...values, lng: 'zh-Hant' }))).toEqual([
    '審批層級「Board」沒有人簽核：其中沒有採購角色。請新增角色，或移除此層級。',
    ...[
      '關鍵節點「Need stated」的進入條件',
      '關鍵節點「Need stated」的完成條件',
      '「Need stated → Contract signed」的條件',
    ].map((where) => `${where}詢問「gone」，但沒有人能取得：流程圖中沒有這項事實。請另選一項，或畫出它。`),
  ])
})
