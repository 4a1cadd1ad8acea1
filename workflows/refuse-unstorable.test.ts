import { expect, it } from 'vitest'
import { aClosing, aVisit } from '../tests/support/deal-events.ts'
import { bytesOf, refuseUnstorable } from './refuse-unstorable.ts'

const saying = (value: string) => aVisit('visit', { 'element.inquiry': value })

it.each(['\u0000', 'so \ud83d', '\udc00 so'])('text with a broken character is refused', (text) => {
  expect(refuseUnstorable(0, saying(text))?.code).toBe('REQUEST_INVALID')
})

it.each(['😀', '預算已確認', '\\u0000', 'C:\\ud800', '\t"quoted"\n'])('text in any script is taken: %s', (text) => {
  expect(refuseUnstorable(0, saying(text))).toBeUndefined()
})

it('a full deal takes no more notes, and can still be closed', () => {
  expect(refuseUnstorable(1_499_990, aVisit('visit'))?.code).toBe('DEAL_FULL')
  expect(refuseUnstorable(1_499_990, aClosing('close'))).toBeUndefined()
})

it('a state is weighed by the bytes that it takes, not by its characters', () => {
  expect(bytesOf({ note: '預算' })).toBe('{"note":""}'.length + 6)
})
