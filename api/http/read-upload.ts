import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import type { Request, Response } from 'express'
import multer, { MulterError } from 'multer'
import { DomainError } from '#engine/deal'
import { refusal } from './problem.ts'

/** One file that was sent: its name as the sender gave it, and its content. `sha256` is in hex. */
export type Upload = { name: string; bytes: Buffer; sha256: string }

const megabyte = 1024 * 1024

/** A form of another site can send a file, but no header of ours: asking for one keeps such a form from writing. */
export function requireUpload(request: Request): void {
  if (!/^multipart\/form-data\s*;/i.test(request.get('content-type') ?? ''))
    throw refusal('CONTENT_TYPE_UNSUPPORTED', 'The body has to be a file. Send it as multipart/form-data.')
  if (!request.get('idempotency-key'))
    throw new DomainError('REQUEST_INVALID', 'A file is sent with an Idempotency-Key. Use a new one for each file.')
}

/** The one file of a request, in its field `file`. Throws `REQUEST_TOO_LARGE` past `largest` bytes, `REQUEST_INVALID` without one. */
export async function readUpload(request: Request, response: Response, largest: number): Promise<Upload> {
  const receive = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: largest, files: 1, fields: 0 },
    defParamCharset: 'utf8',
  }).single('file')
  await promisify(receive)(request, response).catch((error: unknown) => {
    if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE')
      throw refusal(
        'REQUEST_TOO_LARGE',
        `The file is larger than ${largest / megabyte} MB. Send a smaller one, or a link.`,
      )
    throw new DomainError('REQUEST_INVALID', 'The file did not arrive whole. Send it alone, as the field “file”.')
  })
  if (!request.file?.size) throw new DomainError('REQUEST_INVALID', 'The file is empty. Choose another one.')
  const { originalname: name, buffer: bytes } = request.file
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
