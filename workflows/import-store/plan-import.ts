import { createHash } from 'node:crypto'
import { canonicalJson, processModelSchema } from '#engine'
import { DomainError } from '#engine/deal'
import type { Db } from '../../prisma/client.ts'
import { type CrmFiles, readCrmFiles } from '../importing/crm-files.ts'
import { type Decisions, decideRows } from '../importing/decide-rows.ts'
import type { Mapping } from '../importing/mapping.ts'

export type ImportRequest = {
  files: CrmFiles
  mapping: Mapping
  /** A segment's name or its id. */
  segment: string
  /** What the CRM is called here. A deal of the same source and id is the same deal, whichever file it stands in. */
  source: string
}

export type PlannedImport = {
  importId: string
  source: string
  segment: { id: string; name: string }
  version: { id: string; number: number }
  decisions: Decisions
}

/**
 * Reads the files and decides every row, and writes nothing. The same files, mapping, source and segment are the same
 * import, which goes on with the version of the model that it began with.
 */
export async function planImport(db: Db, request: ImportRequest, now: Date): Promise<PlannedImport> {
  const tables = readCrmFiles(request.files)
  const segment = await segmentOf(db, request.segment)
  const importId = importIdOf(request, segment.id)
  const version = await versionOf(db, importId, segment)
  const model = processModelSchema.parse(version.model)
  const decisions = decideRows(tables, { model, mapping: request.mapping, now })
  return { importId, source: request.source, segment, version: { id: version.id, number: version.number }, decisions }
}

async function segmentOf(db: Db, asked: string): Promise<{ id: string; name: string; mode: string }> {
  const segments = await db.segment.findMany({
    select: { id: true, name: true, mode: true },
    orderBy: { name: 'asc' },
  })
  const named = segments.filter(({ name }) => name.toLowerCase() === asked.trim().toLowerCase())
  const segment = segments.find(({ id, name }) => name === asked || id === asked) ?? named[0]
  if (!segment)
    throw new DomainError(
      'SEGMENT_NOT_FOUND',
      segments.length === 0
        ? 'There is no segment yet. Draw and publish one in the designer first.'
        : `There is no segment “${asked}”. There are: ${segments.map(({ name }) => `“${name}”`).join(', ')}.`,
      { segment: asked },
    )
  return segment
}

async function versionOf(db: Db, importId: string, segment: { id: string; name: string; mode: string }) {
  if (segment.mode !== 'process')
    throw new DomainError(
      'SEGMENT_IS_FUNNEL',
      `The segment “${segment.name}” is worked as a funnel: it has no process that deals could run on.`,
      { segment: segment.id },
    )
  const begun = await db.importBatch.findUnique({ where: { id: importId }, select: { version: true } })
  const version =
    begun?.version ??
    (await db.modelVersion.findFirst({
      where: { number: { gt: 0 }, of: { segmentId: segment.id } },
      orderBy: { number: 'desc' },
    }))
  if (!version)
    throw new DomainError(
      'MODEL_NOT_PUBLISHED',
      `The segment “${segment.name}” has no published model yet. Publish it in the designer, then import.`,
      { segment: segment.id },
    )
  return version
}

function importIdOf({ files, mapping, source }: ImportRequest, segmentId: string): string {
  const contents = Object.entries(files).map(([part, { bytes }]) => [part, sha256(bytes)])
  return sha256(canonicalJson({ source, segmentId, mapping, contents: Object.fromEntries(contents) })).slice(0, 20)
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
