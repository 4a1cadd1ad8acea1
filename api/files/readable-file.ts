import { type AttachedFile, type DealState, DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import { visibleDeals } from '../deals/may-see.ts'
import type { Deps } from '../deps.ts'
import { FileAnswer } from '../http/file-answer.ts'
import type { User } from '../people/contract.ts'
import { visibleRequests } from '../work/request-list.ts'

/** A file of a deal, for whoever may see what it hangs on. Others' files are not told apart from those that do not exist. */
export async function readableFile({ db }: Deps, actor: User, dealId: string, id: string): Promise<FileAnswer> {
  const file = await db.file.findFirst({ where: { id, dealId } })
  const mayRead = file && (file.uploadedBy === actor.id || (await isShownTo(db, actor, dealId, id)))
  if (!mayRead)
    throw new DomainError('FILE_NOT_FOUND', 'There is no such file among those that you may see.', { file: id })
  return new FileAnswer(file, partsOf(db, id))
}

/** A deal's files are for whoever works with it; who answers its requests sees those that their request's page shows. */
async function isShownTo(db: Db, actor: User, dealId: string, file: string): Promise<boolean> {
  if (actor.role !== 'resource-owner')
    return (await db.deal.count({ where: { id: dealId, ...visibleDeals(actor) } })) > 0
  const requests = await db.supportRequest.findMany({
    where: { dealId, ...visibleRequests(actor) },
    select: { id: true },
  })
  if (requests.length === 0) return false
  const { state } = await db.deal.findUniqueOrThrow({ where: { id: dealId }, select: { state: true } })
  const { observations, supportRequests } = state as unknown as DealState
  const shown: AttachedFile[] = [
    ...requests.flatMap(({ id }) => [...(supportRequests[id]?.enclosed ?? []), ...(supportRequests[id]?.files ?? [])]),
    ...Object.values(observations).flatMap(({ files = [], withdrawnAt }) => (withdrawnAt ? [] : files)),
  ]
  return shown.some(({ id }) => id === file)
}

async function* partsOf(db: Db, fileId: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const part = await db.filePart.findUnique({ where: { fileId_number: { fileId, number } } })
    if (!part) return
    yield part.bytes
  }
}
