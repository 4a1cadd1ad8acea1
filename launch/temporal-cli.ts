import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { TestWorkflowEnvironment } from '@temporalio/testing'
import { LaunchError } from './launch-error.ts'
import { runCommand } from './run-command.ts'

/** The newest release that `go install` accepts: later ones carry a replace directive in their go.mod. */
const goModule = 'github.com/temporalio/cli/cmd/temporal@v1.5.1'
const program = process.platform === 'win32' ? 'temporal.exe' : 'temporal'
const downloadPatience = 60_000

/**
 * The path of Temporal's command line, which carries the server: on the PATH, fetched earlier, fetched now by the SDK, or
 * built with Go. Throws a `LaunchError` that says what to do where none can be had.
 */
export async function findTemporalCli(folder: string): Promise<string> {
  const own = process.env.KEYNODE_TEMPORAL_CLI
  if (own) return own
  return onPath() ?? fetchedEarlier(folder) ?? (await download(folder)) ?? (await build(folder)) ?? noneToBeHad()
}

const onPath = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((path) => join(path, program))
    .find((path) => existsSync(path))

function fetchedEarlier(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined
  const file = readdirSync(folder).find((name) => name === program || name.startsWith('temporal-sdk'))
  return file && join(folder, file)
}

async function download(folder: string): Promise<string | undefined> {
  console.log('Fetching the Temporal server (about 100 MB, once) …')
  mkdirSync(folder, { recursive: true })
  const fetching = TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', downloadDir: folder } },
  })
  try {
    const environment = await Promise.race([fetching, setTimeout(downloadPatience, undefined, { ref: false })])
    await environment?.teardown()
    return environment && fetchedEarlier(folder)
  } catch {
    return undefined
  }
}

async function build(folder: string): Promise<string | undefined> {
  if ((await runCommand('go', ['version'])).code !== 0) return undefined
  console.log('It cannot be downloaded here; building it with Go instead (about three minutes, once) …')
  const started = Date.now()
  const progress = setInterval(
    () => console.log(`  still building Temporal, ${Math.round((Date.now() - started) / 1000)} s`),
    15_000,
  )
  const { code, output } = await runCommand('go', ['install', goModule], { env: { ...process.env, GOBIN: folder } })
  clearInterval(progress)
  if (code !== 0) console.error(output.split('\n').slice(-5).join('\n'))
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
