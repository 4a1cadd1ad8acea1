import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asPlainText, fromPlainText } from './plain-text.ts'
import { writeCsv } from './write-csv.ts'

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', '\r', '\n', '＝', '"', ',', 'a') }),
)

it('no text is written as a formula, and each is read back as it was', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(asPlainText(one)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      expect(fromPlainText(asPlainText(one))).toBe(one)
    }),
  )
})

it('a CSV file is read back as it was written, quotation marks, commas and line breaks included', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, fc.integer()), { minLength: 1 }), (rows) => {
      const read: string[][] = parse(writeCsv(rows), { bom: true })
      expect(read.map((cells) => cells.map(fromPlainText))).toEqual(rows.map((cells) => cells.map(String)))
    }),
  )
})

it('a text with an apostrophe of its own keeps it, and a negative number stays a number', () => {
  expect([asPlainText("'tis"), fromPlainText("'tis")]).toEqual(["'tis", "'tis"])
  expect(writeCsv([[-5, '=HYPERLINK("http://x","y")']])).toBe(`\uFEFF-5,"'=HYPERLINK(""http://x"",""y"")"\r\n`)
})
