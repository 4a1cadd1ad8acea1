import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { findBrowser } from './find-browser.ts'
import { generateClient } from './generate-client.ts'
import { runMain } from './launch-error.ts'
import { runCommand } from './run-command.ts'
import { findTemporalCli } from './temporal-cli.ts'

const data = process.env.KEYNODE_DATA ?? '.keynode'
const node = process.execPath
const parts = ['engine', 'workflows', 'api', 'designer', 'launch', 'prisma', 'bench']

const staticChecks: [name: string, args: string[]][] = [
  ['format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--diagnostic-level=error', '.']],
  ['types', ['node_modules/typescript/bin/tsc', '-p', '.']],
  ['engine is pure', ['node_modules/typescript/bin/tsc', '-p', 'engine']],
  ['import boundaries', ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...parts]],
  ['nothing unused', ['node_modules/knip/bin/knip.js']],
]

/** In this order: what is fast and needs nothing comes first. */
const suites = ['unit', 'services', 'story', 'data']

const reportSchema = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })
type Counts = { passed: number; failed: number }

/** Sets up what the tests need, runs every check and every suite, and ends with the line that counts them. */
await runMain(async () => {
  mkdirSync(data, { recursive: true })
  await generateClient()
  const counts: Counts[] = []
  for (const [name, args] of staticChecks) counts.push(await runCheck(name, args))
  for (const suite of suites) {
    if (suite === 'services') await setUpServices()
    counts.push(await runSuite(suite))
  }
  const total = (of: keyof Counts) => counts.reduce((sum, count) => sum + count[of], 0)
  console.log(`${total('passed')} passed, ${total('failed')} failed`)
  return total('failed') === 0 ? 0 : 1
})

async function setUpServices(): Promise<void> {
  process.env.KEYNODE_TEMPORAL_CLI = await findTemporalCli(join(data, 'bin'))
  process.env.CHROMIUM_PATH = await findBrowser()
}

async function runCheck(name: string, args: string[]): Promise<Counts> {
  const { code, output } = await runCommand(node, args)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}${code === 0 ? '' : `\n${output}`}`)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function runSuite(suite: string): Promise<Counts> {
  if (suite === 'data' && !existsSync(process.env.KEYNODE_SHARED_DATA ?? '../shared/data')) {
    console.log('Not run: the suite over real input, since its data folder is not beside the project.')
    return { passed: 0, failed: 0 }
  }
  const report = join(data, `test-report-${suite}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', suite, ...reporters]
  const { code } = await runCommand(node, args, { quiet: false })
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')))
  // A suite that could not even begin has no failed test to count.
  return { passed: numPassedTests, failed: numFailedTests + (code !== 0 && numFailedTests === 0 ? 1 : 0) }
}
