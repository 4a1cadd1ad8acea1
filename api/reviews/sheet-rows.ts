import type { AskedFact, Scalar } from '#engine'
import { writeRowKey } from './row-key.ts'
import type { SheetLanguage } from './sheet-languages.ts'
import { sheetWords } from './sheet-words.ts'

/** One thing that a deal's model asks, as a row of the sheet. */
export type SheetRow = { deal: { id: string; name: string }; account: string | null; asked: AskedFact }

/** The cells of a row, in the order of `columns`, with its key at the end. */
export function cellsOf({ deal, account, asked }: SheetRow, language: SheetLanguage): (string | number)[] {
  const words = sheetWords[language]
  const { known, fact } = asked
  return [
    account ?? '',
    deal.name,
    asked.stage?.name ?? '',
    asked.name,
    words.kinds[asked.kind],
    words.grades[asked.grade],
    known?.since.slice(0, 10) ?? '',
    known ? asCell(known.value, language) : '',
    known ? words.grades[known.grade] : '',
    writeRowKey({ deal: deal.id, fact, given: known }),
  ]
}

function asCell(value: Scalar, language: SheetLanguage): string | number {
  if (typeof value === 'boolean') return value ? sheetWords[language].yes : sheetWords[language].no
  return value
}
