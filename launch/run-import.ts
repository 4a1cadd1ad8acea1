import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, parse, resolve } from 'node:path'
import type { Client } from '@temporalio/client'
import { DomainError } from '#engine/deal'
import type { Db } from '../prisma/client.ts'
import { type PlannedImport, planImport } from '../workflows/import-store/plan-import.ts'
import { standingsOf, storedStandings } from '../workflows/import-store/standings.ts'
import { storeImport } from '../workflows/import-store/store-import.ts'
import { withoutPassword } from '../workflows/import-store/without-password.ts'
import { mappingSchema, readMapping } from '../workflows/importing/mapping.ts'
import { reportCsv } from '../workflows/importing/report-csv.ts'
import { reportLines } from '../workflows/importing/report-lines.ts'
import { figure, reportText } from '../workflows/importing/report-text.ts'
import { countOf, type Standings } from '../workflows/importing/standing.ts'
import { startImport } from '../workflows/start-import.ts'
import { connectToProduct } from './connect-to-product.ts'
import { type ImportOptions, importUsage, readImportOptions } from './import-options.ts'
import { LaunchError } from './launch-error.ts'
import { createProgressLine } from './progress-line.ts'
import { readExport } from './read-export.ts'
import { watchImport } from './watch-import.ts'

type Env = Record<string, string | undefined>

/** The import command. Gives its exit code: 0 where every open deal is there, 1 where some row did not get in. */
export async function runImport(args: string[], env: Env): Promise<number> {
  // npm runs a script in the project's folder; paths are meant from where the command was typed.
  const options = readImportOptions(args, env.INIT_CWD ?? process.cwd())
  if (!options) {
    console.log(importUsage)
    return 0
  }
  const request = attempt(() => ({
    files: readExport(options.file),
    mapping: options.map ? readMapping(options.map, readText(options.map)) : mappingSchema.parse({}),
    segment: options.segment,
    source: options.source,
  }))
  const data = resolve(env.KEYNODE_DATA ?? '.keynode')
  const product = await connectToProduct(data, env)
  try {
    const planned = await planImport(product.db, request, new Date()).catch(asLaunchError)
    const reportFile = options.report ?? join(data, 'imports', reportName(planned))
    return options.dryRun ? await showOnly(product.db, planned, options) : await importAll(product, planned, reportFile)
  } finally {
    await product.close()
  }
}

type Product = { db: Db; client: Client; taskQueue: string }

async function showOnly(db: Db, planned: PlannedImport, { report }: ImportOptions): Promise<number> {
  const standings = await standingsOf(db, planned)
  console.log('Nothing is written: this is what would be done.\n')
  await tell(db, planned, standings, { openedBefore: countOf(standings, 'opened'), dryRun: true })
  if (report) writeReport(report, planned, standings)
  return 0
}

async function importAll({ db, client, taskQueue }: Product, planned: PlannedImport, report: string): Promise<number> {
  // Before anything is begun: a report that cannot be written would be missed at the end.
  writeReport(report, planned, new Map())
  const { importId, segment, version } = planned
  const stored = await storeImport(db, { ...planned, segmentId: segment.id, versionId: version.id }, randomUUID)
  const status = stored.pending > 0 ? await openAll({ db, client, taskQueue }, importId, stored.pending) : 'COMPLETED'
  if (status === 'WATCHING ENDED') {
    console.log('The import goes on in the worker. Run the command again to watch it.')
    return 130
  }
  const standings = await storedStandings(db, importId)
  writeReport(report, planned, standings)
  console.log()
  await tell(db, planned, standings, { openedBefore: stored.opened, dryRun: false })
  console.log(`\nRow by row, with line and reason: ${report}`)
  if (status !== 'COMPLETED')
    throw new LaunchError(`The import was stopped (${status.toLowerCase()}). Run the command again to go on with it.`)
  return countOf(standings, 'failed') + countOf(standings, 'refused') > 0 ? 1 : 0
}

async function openAll({ db, client, taskQueue }: Product, importId: string, pending: number): Promise<string> {
  console.log(`Opening ${figure(pending)} deals. Ctrl-C ends the watching, not the import.`)
  await startImport(client, taskQueue, importId)
  let isStopped = false
  process.on('SIGINT', () => {
    isStopped = true
  })
  const progress = createProgressLine(process.stdout, 'opened ')
  return watchImport({ db, client, importId, pending, progress }, () => isStopped).finally(() => progress.end())
}

type Told = { openedBefore: number; dryRun: boolean }

async function tell(db: Db, { decisions, segment, version }: PlannedImport, standings: Standings, told: Told) {
  const frame = { segment: segment.name, version: version.number, withoutPassword: await withoutPassword(db), ...told }
  console.log(reportText(decisions, standings, frame))
}

const reportName = ({ decisions, importId }: PlannedImport): string =>
  `${parse(decisions.file).name}-${importId.slice(0, 8)}.csv`

function writeReport(file: string, { decisions }: PlannedImport, standings: Standings): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, reportCsv(reportLines(decisions, standings)))
  } catch (error) {
    throw new LaunchError(`The report cannot be written: ${error instanceof Error ? error.message : error}`)
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new LaunchError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

function attempt<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    return asLaunchError(error)
  }
}

function asLaunchError(error: unknown): never {
  if (error instanceof DomainError) throw new LaunchError(error.message)
  throw error
}
