import { randomUUID } from 'node:crypto'
import { startImport } from '../workflows/start-import.ts'
import { type Product, segmentId, taskQueue, versionId } from './product.ts'

const rows = 240

/** Deals that an import opens in a second, as `npm run import` does it: a row read, a workflow started, its first step stored. */
export async function importRate({ db, client }: Product): Promise<number> {
  const id = randomUUID()
  const deal = { name: 'Licences for Acme', owner: 'rep', cells: {}, observations: [] }
  await db.importBatch.create({
    data: {
      id,
      source: 'bench',
      segmentId,
      modelVersionId: versionId,
      fileName: 'bench.csv',
      rows: {
        create: Array.from({ length: rows }, (_, line) => ({ line, rowId: `row ${line}`, status: 'pending', deal })),
      },
    },
  })
  const begun = performance.now()
  const handle = await startImport(client, taskQueue, id)
  const { opened } = await handle.result()
  if (opened !== rows) throw new Error(`The import opened ${opened} of ${rows} deals`)
  return opened / ((performance.now() - begun) / 1000)
}
