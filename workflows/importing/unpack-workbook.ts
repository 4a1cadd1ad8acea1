import { unzipSync, zipSync } from 'fflate'
import { type InputFile, unreadable } from './table.ts'

/** What a workbook may come to, in bytes, once it is unpacked. */
const mostUnpacked = 100 * 1024 * 1024
/** Cells that are merged away at most; each would be made. */
const mostMerged = 200_000

/**
 * A workbook, unpacked within bounds and stored again without packing, so that a small file cannot become a huge one in
 * memory, whatever it says of itself. Throws FILE_UNREADABLE.
 */
export function unpackWorkbook({ name, bytes }: InputFile): ArrayBuffer {
  const parts = unpacked(name, bytes)
  if (!parts['xl/workbook.xml'])
    throw unreadable(name, 'is an archive and no workbook. Save it as an Excel workbook (.xlsx) or as “CSV UTF-8”.')
  for (const [path, part] of Object.entries(parts))
    if (path.startsWith('xl/worksheets/') && mergedCells(part) > mostMerged)
      throw unreadable(name, 'merges whole columns or rows. Take those merged cells apart.')
  return new Uint8Array(zipSync(parts, { level: 0 })).buffer
}

function unpacked(name: string, bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize
        return total <= mostUnpacked
      },
    })
    if (total <= mostUnpacked) return parts
  } catch {
    throw unreadable(name, 'is a damaged workbook, or one with a password. Save it as .xlsx again, without one.')
  }
  throw unreadable(name, 'unpacks to more than 100 MB. Split it into several workbooks.')
}

function mergedCells(sheet: Uint8Array): number {
  let count = 0
  for (const [, from = '', top, to = '', bottom] of new TextDecoder()
    .decode(sheet)
    .matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g))
    count += (numberOf(to) - numberOf(from) + 1) * (Number(bottom) - Number(top) + 1)
  return count
}

const numberOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
