import { type Scalar, unreachable, type ValueType } from '#engine'

/** A cell's text as a value of a fact's type; nothing where it is none. */
export function asValue(type: ValueType, cell: string): Scalar | undefined {
  switch (type.kind) {
    case 'flag':
      return asFlag(cell)
    case 'number':
    case 'money':
      return asNumber(cell)
    case 'date':
      return asDay(cell)
    case 'text':
      return cell === '' ? undefined : cell
    case 'choice':
      return type.options.includes(cell) ? cell : undefined
    default:
      return unreachable(type)
  }
}

/** A plain number: what separates thousands in one country separates decimals in another, so that neither is guessed. */
export const asNumber = (cell: string): number | undefined => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : undefined)

/** A day of the calendar as ISO 8601 writes it: 2026-03-31. */
export function asDay(cell: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(cell)) return undefined
  const time = Date.parse(`${cell}T00:00:00.000Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(cell) ? cell : undefined
}

function asFlag(cell: string): boolean | undefined {
  const word = cell.toLowerCase()
  // As tables say it that were saved in Chinese.
  if (['true', 'yes', '1', '是'].includes(word)) return true
  return ['false', 'no', '0', '否'].includes(word) ? false : undefined
}
