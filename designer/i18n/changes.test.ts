import { expect, it } from 'vitest'
import { diffModels, processModelSchema, sentenceOf } from '#engine'
import { aDrawing, ask, factsToAskFor } from '../../tests/support/a-drawing.ts'
import { changes as en } from './en/changes.ts'
import { changes as zhHant } from './zh-hant/changes.ts'

type Texts = { [key: string]: string | Texts }

const flat = (texts: Texts, above = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[above + key, text]] : flat(text, `${above}${key} `),
  )
const namesIn = (sentence: string) => [...new Set(sentence.match(/{{\w+}}/g))].sort()

it('every text about changes is there in both languages, about the same things', () => {
  const [english, chinese] = [flat(en), flat(zhHant)]
  expect(chinese.map(([key, text]) => [key, ...namesIn(text)])).toEqual(
    english.map(([key, text]) => [key, ...namesIn(text)]),
  )
  expect(chinese.filter(([key, text]) => namesIn(text).length === 0 && text === new Map(english).get(key))).toEqual([])
})

it('a change reads in Chinese from its first word to its full stop', () => {
  const element = { id: 'budget', name: '預算', value: { kind: 'money' as const }, grade: 'said' as const }
  const before = processModelSchema.parse(aDrawing({ ...factsToAskFor, need: { name: '需求', elements: [element] } }))
  const exit = { all: [ask('attribute.amount', 'greaterThan', 25_000), { not: ask('element.budget', 'isUnknown') }] }
  const after = processModelSchema.parse(
    aDrawing({ ...factsToAskFor, need: { name: '需求', elements: [{ ...element, grade: 'written' }], exit } }),
  )
  expect(diffModels(before, after).map((change) => sentenceOf(change, { before, after }, zhHant))).toEqual([
    '關鍵節點「需求」：完成條件原本沒有，現為「Amount」大於25000，且並非（「預算」未知）。',
    '關鍵節點「需求」的要素「預算」：所需的證據由口頭改為書面。',
  ])
})
