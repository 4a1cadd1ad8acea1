import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildDesigner } from './build-designer.ts'
import { buildWorkflows } from './build-workflows.ts'
import { findBrowser } from './find-browser.ts'
import { generateClient } from './generate-client.ts'
import { runMain } from './launch-error.ts'
import { runCommand } from './run-command.ts'
import { type Outcome, runSuite } from './run-suite.ts'
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

/** Sets up what the tests need, runs every check and every suite, and ends with the line that counts them. */
await runMain(async () => {
  mkdirSync(data, { recursive: true })
  await generateClient()
  const servicesAreSetUp = setUpServices()
  // Whether it fails is asked once the checks that need nothing of it have said what they have to say.
  servicesAreSetUp.catch(() => undefined)
  const outcomes: Outcome[] = []
  for (const [name, args] of staticChecks) outcomes.push(await runCheck(name, args))
  for (const suite of suites) {
    if (suite === 'services') await servicesAreSetUp
    outcomes.push(await runSuiteWhereItCan(suite))
  }
  const failed = outcomes.flatMap((outcome) => outcome.failed)
  for (const name of outcomes.flatMap((outcome) => outcome.again)) console.log(`AGAIN  ${name}`)
  for (const name of failed) console.log(`FAILED ${name}`)
  console.log(`${outcomes.reduce((sum, { passed }) => sum + passed, 0)} passed, ${failed.length} failed`)
  return failed.length === 0 ? 0 : 1
})

async function setUpServices(): Promise<void> {
  process.env.KEYNODE_TEMPORAL_CLI = await findTemporalCli(join(data, 'bin'))
  process.env.CHROMIUM_PATH = await findBrowser()
  // Stories that start the product side by side would build the same twice.
  await buildDesigner()
  await buildWorkflows()
}

async function runCheck(name: string, args: string[]): Promise<Outcome> {
  const { code, output } = await runCommand(node, args)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}${code === 0 ? '' : `\n${output}`}`)
  return code === 0 ? { passed: 1, failed: [], again: [] } : { passed: 0, failed: [name], again: [] }
}

async function runSuiteWhereItCan(suite: string): Promise<Outcome> {
  if (suite === 'data' && !existsSync(process.env.KEYNODE_SHARED_DATA ?? '../shared/data')) {
    console.log('Not run: the suite over real input, since its data folder is not beside the project.')
    return { passed: 0, failed: [], again: [] }
  }
  return runSuite(suite, data, { secondTry: suite !== 'unit' })
}
