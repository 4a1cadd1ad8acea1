import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
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

const accountSchema = z.object({
  passed: z.int(),
  /** A line for the name, and one for the reason. */
  failed: z.array(z.string()),
  /** Passed, but only at a second try: to be looked into, though no failure. */
  again: z.array(z.string()),
})
export type TestAccount = z.infer<typeof accountSchema>

/** Sets up what the tests need, runs every check and every suite, and ends with the line that counts them. */
await runMain(async () => {
  mkdirSync(data, { recursive: true })
  await generateClient()
  const accounts: TestAccount[] = []
  for (const [name, args] of staticChecks) accounts.push(await runCheck(name, args))
  for (const suite of suites) {
    if (suite === 'services') await setUpServices()
    accounts.push(await runSuite(suite))
  }
  const failed = accounts.flatMap((account) => account.failed)
  for (const name of accounts.flatMap((account) => account.again)) console.log(`AGAIN  ${name}`)
  for (const name of failed) console.log(`FAILED ${name}`)
  console.log(`${accounts.reduce((sum, { passed }) => sum + passed, 0)} passed, ${failed.length} failed`)
  return failed.length === 0 ? 0 : 1
})

async function setUpServices(): Promise<void> {
  process.env.KEYNODE_TEMPORAL_CLI = await findTemporalCli(join(data, 'bin'))
  process.env.CHROMIUM_PATH = await findBrowser()
}

async function runCheck(name: string, args: string[]): Promise<TestAccount> {
  const { code, output } = await runCommand(node, args)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}${code === 0 ? '' : `\n${output}`}`)
  return code === 0 ? { passed: 1, failed: [], again: [] } : { passed: 0, failed: [name], again: [] }
}

async function runSuite(suite: string): Promise<TestAccount> {
  if (suite === 'data' && !existsSync(process.env.KEYNODE_SHARED_DATA ?? '../shared/data')) {
    console.log('Not run: the suite over real input, since its data folder is not beside the project.')
    return { passed: 0, failed: [], again: [] }
  }
  const file = resolve(data, `test-account-${suite}.json`)
  rmSync(file, { force: true })
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', suite]
  const reporters = ['--reporter=default', '--reporter=./launch/test-account.ts']
  const env = { ...process.env, KEYNODE_TEST_ACCOUNT: file }
  const { code } = await runCommand(node, [...args, ...reporters], { quiet: false, env })
  if (!existsSync(file)) return { passed: 0, failed: [`the ${suite} suite could not be run`], again: [] }
  const account = accountSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  // A suite that could not even begin has no failed test to count.
  if (code !== 0 && account.failed.length === 0) account.failed.push(`the ${suite} suite ended with exit code ${code}`)
  return account
}
