import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { LaunchError } from './launch-error.ts'
import { longStep } from './long-step.ts'
import { runCommand } from './run-command.ts'

/** The newest release that `go install` accepts: later ones carry a replace directive in their go.mod. */
const goModule = 'github.com/temporalio/cli/cmd/temporal@v1.5.1'
const program = process.platform === 'win32' ? 'temporal.exe' : 'temporal'
/** A download that has brought nothing for so many milliseconds is given up. */
const downloadPatience = 30_000

/**
 * The path of Temporal's command line, which carries the server: on the PATH, fetched earlier, fetched now by the SDK, or
 * built with Go. Throws a `LaunchError` that says what to do where none can be had.
 */
export async function findTemporalCli(folder: string, signal?: AbortSignal): Promise<string> {
  const own = process.env.KEYNODE_TEMPORAL_CLI
  if (own && !existsSync(own))
    throw new LaunchError(
      `There is no file ${own}. Set KEYNODE_TEMPORAL_CLI to Temporal’s command line, or leave it out.`,
    )
  const found = own ?? onPath() ?? fetchedEarlier(folder)
  return found ?? (await download(folder, signal)) ?? (await build(resolve(folder), signal)) ?? noneToBeHad()
}

const onPath = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((path) => join(path, program))
    .find((path) => existsSync(path))

function fetchedEarlier(folder: string): string | undefined {
  const file = filesIn(folder).find((name) => name === program || isDownloaded(name))
  return file && join(folder, file)
}

const isDownloaded = (name: string): boolean => name.startsWith('temporal-sdk') && !name.includes('.downloading')
const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : [])

async function download(folder: string, signal: AbortSignal | undefined): Promise<string | undefined> {
  mkdirSync(folder, { recursive: true })
  const { TestWorkflowEnvironment } = await import('@temporalio/testing')
  const environment = TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', downloadDir: folder } },
  })
  const fetched = environment
    .then((running) => running.teardown())
    .then(() => fetchedEarlier(folder))
    .catch(() => undefined)
  const brought = () => filesIn(folder).reduce((sum, name) => sum + (statSync(join(folder, name), quiet)?.size ?? 0), 0)
  return longStep(
    'Fetching the Temporal server (about 100 MB, once)',
    () => Promise.race([fetched, untilStalled(brought, signal)]),
    () => `, ${Math.round(brought() / 1_000_000)} MB so far`,
  )
}

const quiet = { throwIfNoEntry: false } as const

async function untilStalled(brought: () => number, signal: AbortSignal | undefined): Promise<undefined> {
  for (let [before, since] = [0, Date.now()]; Date.now() - since < downloadPatience && !signal?.aborted; ) {
    await setTimeout(500, undefined, { ref: false })
    if (brought() === before) continue
    before = brought()
    since = Date.now()
  }
  return undefined
}

async function build(folder: string, signal: AbortSignal | undefined): Promise<string | undefined> {
  if ((await runCommand('go', ['version'])).code !== 0) return undefined
  // Built aside and then moved, so that a start that is killed meanwhile leaves no half of a program.
  const aside = join(folder, 'building')
  const env = { ...process.env, GOBIN: aside }
  const { code, output } = await longStep(
    'It cannot be downloaded here; building it with Go instead (about three minutes, once)',
    () => runCommand('go', ['install', goModule], { env, signal }),
  )
  if (code !== 0) console.error(output.split('\n').slice(-5).join('\n'))
  else renameSync(join(aside, program), join(folder, program))
  rmSync(aside, { recursive: true, force: true })
  return code === 0 ? join(folder, program) : undefined
}

function noneToBeHad(): never {
  throw new LaunchError(
    'There is no Temporal server to run deals on. Do one of these, then start again:\n' +
      '  - connect to the internet, so that it can be downloaded;\n' +
      '  - install the Temporal CLI (docs.temporal.io/cli), so that `temporal` is on the PATH;\n' +
      '  - set TEMPORAL_ADDRESS to a server that runs already.',
  )
}
