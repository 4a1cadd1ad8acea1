import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { domainErrorCodes } from '#engine/deal'
import { en } from './en/index.ts'
import { zhHant } from './zh-hant/index.ts'

type Texts = { [key: string]: string | Texts }

const keysOf = (texts: Texts, above = ''): string[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [`${above}${key}`] : keysOf(text, `${above}${key}.`),
  )
const textAt = (texts: Texts, key: string): string | Texts | undefined =>
  key
    .split('.')
    .reduce<string | Texts | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), texts)

const english: Texts = en
const chinese: Texts = zhHant
const plural = /_(zero|one|other)$/
const englishKeys = new Set(keysOf(english).flatMap((key) => [key, key.replace(plural, '')]))

/** Every key that stands in the code in one piece, with its file. A key that is put together is not among them. */
function keysAsked(): { key: string; file: string }[] {
  const aKey = new RegExp(`'((?:${Object.keys(english).join('|')})\\.[\\w.-]+)'`, 'g')
  return readdirSync('designer', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join('designer', file), 'utf8').matchAll(aKey)].map(([, key = '']) => ({ key, file })),
    )
}

it('every text that a screen asks for exists in English', () => {
  const asked = keysAsked()

  expect(asked.length).toBeGreaterThan(100)
  expect(asked.filter(({ key }) => !englishKeys.has(key))).toEqual([])
})

it('Traditional Chinese has the same texts as English, and none is empty', () => {
  expect(keysOf(chinese).sort()).toEqual(keysOf(english).sort())
  expect(keysOf(chinese).filter((key) => String(textAt(chinese, key)).trim() === '')).toEqual([])
})

it('a text in Chinese names the same values as in English', () => {
  const valuesIn = (texts: Texts, key: string) =>
    [...String(textAt(texts, key)).matchAll(/\{\{(\w+)\}\}/g)].map(([, value]) => value).sort()
  const differing = keysOf(english).filter(
    (key) => JSON.stringify(valuesIn(english, key)) !== JSON.stringify(valuesIn(chinese, key)),
  )

  expect(differing).toEqual([])
})

it('everything that Keynode refuses has a sentence in Chinese', () => {
  const codes = [...domainErrorCodes, 'SERVICE_UNAVAILABLE', 'UNEXPECTED']
  const problems: Texts = zhHant.problems

  expect(codes.filter((code) => !/[。]$/.test(String(problems[code])))).toEqual([])
})
