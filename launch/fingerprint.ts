import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A hash of files, and of all files in folders that `counts`: what is made of them is made again when it changes. */
export function fingerprintOf(paths: string[], counts: (file: string) => boolean = () => true): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesIn).filter(counts).sort()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** Whether a stamp says that something was made of what has this fingerprint. */
export const isMadeOf = (stamp: string, fingerprint: string): boolean =>
  existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint

function filesIn(path: string): string[] {
  if (/\.[a-z]+$/.test(path)) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
