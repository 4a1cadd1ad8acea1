import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import { z } from 'zod'

/** A file as an answer: its bytes are asked for as they are sent. `sha256` is in hex, `size` in bytes. */
export class FileAnswer {
  readonly file: { name: string; size: number; sha256: string }
  readonly bytes: AsyncIterable<Uint8Array>

  constructor(file: FileAnswer['file'], bytes: FileAnswer['bytes']) {
    this.file = file
    this.bytes = bytes
  }
}

export const fileAnswerSchema = z.instanceof(FileAnswer)

/** Sends a file to be saved: what a stranger made is never shown as a page of ours, whatever it claims to be. */
export async function sendFile(response: Response, { file: { name, size, sha256 }, bytes }: FileAnswer): Promise<void> {
  response.attachment(name)
  response.set({
    'content-length': String(size),
    'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    'content-security-policy': "default-src 'none'; sandbox",
  })
  await pipeline(Readable.from(bytes), response)
}
