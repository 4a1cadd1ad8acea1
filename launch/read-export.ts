import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DomainError } from '#engine/deal'
import { type CrmFiles, crmFileNames } from '../workflows/importing/crm-files.ts'

/** A CRM's list of opportunities is far smaller; what is larger is something else. */
const largest = 200_000_000

/**
 * The files of a CRM's export on this machine: `path` is its folder, or the pipeline's file, with the lists beside it. Throws
 * FILE_UNREADABLE where there is no such thing.
 */
export function readExport(path: string): CrmFiles {
  if (!existsSync(path)) throw unreadable(path, 'There is no such file or folder. Check the path')
  const isFolder = statSync(path).isDirectory()
  const folder = isFolder ? path : dirname(path)
  const beside = readdirSync(folder)
  const find = (wanted: string) => beside.find((name) => name.toLowerCase() === wanted)
  const pipeline = isFolder ? find(crmFileNames.pipeline) : basename(path)
  if (pipeline === undefined)
    throw unreadable(
      path,
      `This folder has no ${crmFileNames.pipeline}; it has ${beside.slice(0, 12).join(', ') || 'nothing'}. Give the file of opportunities itself`,
    )
  const read = (name: string) => ({ name, bytes: readBytes(join(folder, name)) })
  const lists = (['accounts', 'products', 'teams'] as const).flatMap((part) => {
    const name = find(crmFileNames[part])
    return name === undefined || name === pipeline ? [] : [[part, read(name)] as const]
  })
  return { pipeline: read(pipeline), ...Object.fromEntries(lists) }
}

function readBytes(path: string): Uint8Array {
  try {
    if (statSync(path).size > largest) throw unreadable(path, 'It is larger than 200 MB. Export fewer rows')
    return readFileSync(path)
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw unreadable(
      path,
      `It cannot be read (${error instanceof Error ? error.message : error}). Check who may read it`,
    )
  }
}

const unreadable = (path: string, what: string): DomainError =>
  new DomainError('FILE_UNREADABLE', `${path}: ${what}.`, { file: path })
