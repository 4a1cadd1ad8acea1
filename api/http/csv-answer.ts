import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import { z } from 'zod'
import { byteOrderMark, csvLine } from '../../workflows/importing/write-csv.ts'

type Cells = (string | number)[]

/** A table as an answer: its rows are asked for as they are sent, so that it may be of any length. */
export class CsvAnswer {
  readonly name: string
  readonly rows: AsyncIterable<Cells>

  /** `name` is the file's, without its ending. The first row are the columns. */
  constructor(name: string, rows: CsvAnswer['rows']) {
    this.name = name
    this.rows = rows
  }
}

export const csvAnswerSchema = z.instanceof(CsvAnswer)

/** Sends a table to be saved. One that breaks off in its middle is cut, so that no browser takes it for a whole one. */
export async function sendCsv(response: Response, { name, rows }: CsvAnswer): Promise<void> {
  response.attachment(`${name}.csv`)
  response.set('content-type', 'text/csv; charset=utf-8')
  await pipeline(Readable.from(linesOf(rows)), response)
}

async function* linesOf(rows: AsyncIterable<Cells>): AsyncGenerator<string> {
  yield byteOrderMark
  for await (const cells of rows) yield csvLine(cells)
}
