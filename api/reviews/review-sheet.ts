import { createHash } from 'node:crypto'
import { askedFacts, catalogueOf, knownOf } from '#engine'
import type { DealState } from '#engine/deal'
import { readTable } from '../../workflows/importing/read-table.ts'
import { readWorkbook } from '../../workflows/importing/read-workbook.ts'
import type { Deps } from '../deps.ts'
import { FileAnswer } from '../http/file-answer.ts'
import type { Upload } from '../http/read-upload.ts'
import type { User } from '../people/contract.ts'
import { compareSheet, type DealNow, longestText } from './compare-sheet.ts'
import type { SheetComparison } from './contract.ts'
import { dealsOf, seenReview } from './seen-review.ts'
import type { SheetLanguage } from './sheet-languages.ts'
import type { SheetRow } from './sheet-rows.ts'
import { keyColumn, sheetWords } from './sheet-words.ts'
import { csvSheet, workbookSheet } from './write-sheet.ts'

type Wanted = { format: 'xlsx' | 'csv'; language: SheetLanguage }

/** A review's open deals as a sheet, a row for each thing that their models ask; texts that are too long for a cell are left out. */
export async function reviewSheet(deps: Deps, actor: User, id: string, wanted: Wanted): Promise<FileAnswer> {
  const review = await seenReview(deps, actor, id)
  const now = deps.now().toISOString()
  const rows: SheetRow[] = []
  for (const { deal } of await storedDeals(deps, actor, id)) {
    if (deal.status !== 'open') continue
    const { plan, model } = await deps.models.ofDeal(deal)
    for (const asked of askedFacts(plan, model, deal.state as unknown as DealState, now))
      if (String(asked.known?.value ?? '').length <= longestText)
        rows.push({ deal: { id: deal.id, name: deal.name }, account: deal.account?.name ?? null, asked })
  }
  const bytes =
    wanted.format === 'csv'
      ? new TextEncoder().encode(csvSheet(rows, wanted.language))
      : await workbookSheet(rows, wanted.language)
  const name = `${sheetWords[wanted.language].sheet} ${review.name}`.replaceAll(/[^\p{L}\p{N} ._-]/gu, '_')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return new FileAnswer({ name: `${name}.${wanted.format}`, size: bytes.length, sha256 }, once(bytes))
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** What taking a sheet in would change; it changes nothing. Throws FILE_UNREADABLE. */
export async function previewSheet(deps: Deps, actor: User, id: string, upload: Upload): Promise<SheetComparison> {
  await seenReview(deps, actor, id)
  const isWorkbook = upload.bytes.subarray(0, 2).toString('latin1') === 'PK'
  const table = await (isWorkbook ? readWorkbook : readTable)(upload, [keyColumn])
  const now = deps.now().toISOString()
  const deals = new Map<string, DealNow>()
  for (const { deal } of await storedDeals(deps, actor, id)) {
    const { plan, model } = await deps.models.ofDeal(deal)
    deals.set(deal.id, {
      name: deal.name,
      open: deal.status === 'open',
      currency: plan.currency,
      types: plan.observable,
      names: new Map(catalogueOf(model).map(({ name, label }) => [name, label])),
      known: knownOf(plan, deal.state as unknown as DealState, now),
    })
  }
  return compareSheet(table, deals)
}

const storedDeals = ({ db }: Deps, actor: User, reviewId: string) =>
  db.reviewDeal.findMany({
    where: dealsOf(actor, reviewId),
    orderBy: { position: 'asc' },
    select: { deal: { include: { account: { select: { name: true } } } } },
  })
