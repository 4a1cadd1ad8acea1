import { Converter } from 'opencc-js/t2cn'
import type { AskedFact, Grade } from '#engine'
import type { SheetLanguage } from './sheet-languages.ts'

/** The columns that are filled in, as their names stand in `titles`. */
export const columns = ['account', 'deal', 'stage', 'asked', 'kind', 'needed', 'since', 'value', 'grade'] as const
export type Column = (typeof columns)[number]

/** The column by which a row is known again, in every language. */
export const keyColumn = 'Keynode'

type Words = {
  titles: Record<Column, string>
  kinds: Record<AskedFact['kind'], string>
  grades: Record<Grade, string>
  yes: string
  no: string
  sheet: string
  /** Of the box that a spreadsheet opens where a value is not on its list. */
  notOnList: string
}

const english: Words = {
  titles: {
    account: 'Account',
    deal: 'Deal',
    stage: 'Stage',
    asked: 'What is asked',
    kind: 'Kind',
    needed: 'Evidence asked for',
    since: 'Known since',
    value: 'Value',
    grade: 'Evidence',
  },
  kinds: { attribute: 'Attribute', element: 'Element', commitment: 'Commitment' },
  grades: { said: 'said', written: 'written', signed: 'signed' },
  yes: 'Yes',
  no: 'No',
  sheet: 'Review',
  notOnList: 'Choose one from the list, or leave it empty.',
}

const traditional: Words = {
  titles: {
    account: '客戶',
    deal: '商機',
    stage: '關鍵節點',
    asked: '所需內容',
    kind: '類別',
    needed: '所需證據',
    since: '得知日期',
    value: '內容',
    grade: '證據',
  },
  kinds: { attribute: '屬性', element: '要素', commitment: '承諾' },
  grades: { said: '口頭', written: '書面', signed: '簽署' },
  yes: '是',
  no: '否',
  sheet: '盤點',
  notOnList: '請從清單中選擇，或留空。',
}

/** Simplified Chinese is derived, as the screens' is; once, when a sheet first asks for it. */
let simplified: Words | undefined
const derived = (): Words => JSON.parse(Converter({ from: 'twp', to: 'cn' })(JSON.stringify(traditional)))

export const sheetWords: Readonly<Record<SheetLanguage, Words>> = {
  en: english,
  'zh-Hant': traditional,
  get 'zh-Hans'() {
    simplified ??= derived()
    return simplified
  },
}

const inAny = (): Words[] => Object.values(sheetWords)

/** The grade that a cell names, in any language. */
export const gradeNamed = (cell: string): Grade | undefined =>
  (['said', 'written', 'signed'] as const).find((grade) =>
    inAny().some(({ grades }) => grades[grade] === cell.toLowerCase()),
  )

/** Yes and no in any language as `asValue` reads them; every other cell as it is. */
export function flagNamed(cell: string): string {
  if (inAny().some(({ yes }) => yes === cell)) return 'yes'
  return inAny().some(({ no }) => no === cell) ? 'no' : cell
}

/** What a table calls one of the columns, in whatever language it is. */
export const titleIn = (titles: readonly string[], column: Column): string | undefined =>
  inAny()
    .map((words) => words.titles[column])
    .find((title) => titles.includes(title))
