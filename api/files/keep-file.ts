import { type AttachedFile, DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { Upload } from '../http/read-upload.ts'
import type { User } from '../people/contract.ts'
import { endingsOf } from './file-kind.ts'
import { safeName } from './safe-name.ts'

/** Bytes in one row: enough that a file takes few, and few enough that many can be sent at once. */
const partSize = 512 * 1024
/** How long the rows of one file may take, in milliseconds. */
const patience = 30_000

/** Keeps a file with its deal, all of it or nothing. Throws `FILE_TYPE_REFUSED` for a content that no deal needs. */
export async function keepFile(
  { db, now }: Deps,
  actor: User,
  dealId: string,
  { name, bytes, sha256 }: Upload,
  id: string,
): Promise<AttachedFile> {
  const endings = await endingsOf(bytes)
  if (!endings)
    throw new DomainError(
      'FILE_TYPE_REFUSED',
      'By its content the file is no document, picture, recording or archive that can be kept. Send another, or a link.',
    )
  const kept = { id, name: safeName(name, endings), size: bytes.length, sha256 }
  const before = await db.file.findUnique({ where: { id }, select: { id: true } })
  if (before) return kept
  await db.$transaction(
    async (tx) => {
      await tx.file.create({ data: { ...kept, dealId, uploadedBy: actor.id, uploadedAt: now() } })
      for (let number = 0; number * partSize < bytes.length; number++) {
        const part = bytes.subarray(number * partSize, (number + 1) * partSize)
        await tx.filePart.create({ data: { fileId: id, number, bytes: new Uint8Array(part) } })
      }
    },
    { timeout: patience },
  )
  return kept
}
