import { expect, it } from 'vitest'
import { matchedParts } from './matched-parts.ts'

const marked = (text: string, wanted: string) =>
  matchedParts(text, wanted)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join('')

it.each([
  ['Press line 3', 'ress', 'P[ress] line 3'],
  ['Press line 3', 'LINE press', '[Press] [line] 3'],
  ['台灣精密工業', '精密', '台灣[精密]工業'],
  ['ＥＲＰ 授權', 'erp', '[ＥＲＰ] 授權'],
  ['㈱日立', '株', '[㈱]日立'],
  ['aaa', 'aa', '[aaa]'],
  ['100% (net)', '% (', '100[%] [(]net)'],
  ['Press', 'paint', 'Press'],
  ['', 'a', ''],
])('%s is marked by %s as %s', (text, wanted, told) => {
  expect(marked(text, wanted)).toBe(told)
})

it('nothing of a text is lost', () => {
  const text = 'İstanbul 👩‍🚀 ﬁne'
  expect(
    matchedParts(text, 'i')
      .map(({ text }) => text)
      .join(''),
  ).toBe(text)
})
