import type { AskedFact, Grade } from '#engine'

/** What a sheet is written in. It is read in any of them. */
export const sheetLanguages = ['en', 'zh-Hant', 'zh-Hans'] as const
export type SheetLanguage = (typeof sheetLanguages)[number]

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

export const sheetWords: Record<SheetLanguage, Words> = {
  en: {
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
  },
  'zh-Hant': {
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
  },
  'zh-Hans': {
    titles: {
      account: '客户',
      deal: '商机',
      stage: '关键节点',
      asked: '所需内容',
      kind: '类别',
      needed: '所需证据',
      since: '得知日期',
      value: '内容',
      grade: '证据',
    },
    kinds: { attribute: '属性', element: '要素', commitment: '承诺' },
    grades: { said: '口头', written: '书面', signed: '签署' },
    yes: '是',
    no: '否',
    sheet: '盘点',
    notOnList: '请从列表中选择，或留空。',
  },
}

const inAny = Object.values(sheetWords)

/** The grade that a cell names, in any language. */
export const gradeNamed = (cell: string): Grade | undefined =>
  (['said', 'written', 'signed'] as const).find((grade) =>
    inAny.some(({ grades }) => grades[grade] === cell.toLowerCase()),
  )

/** Yes and no in any language as `asValue` reads them; every other cell as it is. */
export function flagNamed(cell: string): string {
  if (inAny.some(({ yes }) => yes === cell)) return 'yes'
  return inAny.some(({ no }) => no === cell) ? 'no' : cell
}

/** What a table calls one of the columns, in whatever language it is. */
export const titleIn = (titles: readonly string[], column: Column): string | undefined =>
  inAny.map((words) => words.titles[column]).find((title) => titles.includes(title))
