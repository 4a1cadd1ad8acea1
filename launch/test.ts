import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { findBrowser } from './find-browser.ts'
import { generateClient } from './generate-client.ts'
import { LaunchError, runMain } from './launch-error.ts'
import { runCommand } from './run-command.ts'
import { findTemporalCli } from './temporal-cli.ts'

const data = process.env.KEYNODE_DATA ?? '.keynode'
const node = process.execPath

const staticChecks: [name: string, args: string[]][] = [
  ['format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['types', ['node_modules/typescript/bin/tsc', '-p', '.']],
  ['engine is pure', ['node_modules/typescript/bin/tsc', '-p', 'engine']],
  [
    'import boundaries',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...['engine', 'workflows', 'api', 'designer', 'launch', 'prisma'].filter((folder) => existsSync(folder)),
    ],
  ],
]

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  success: z.boolean(),
})

/** Sets up what the tests need, runs every check and every suite, and ends with the line that counts them. */
await runMain(async () => {
  mkdirSync(data, { recursive: true })
  await generateClient()
  process.env.KEYNODE_TEMPORAL_CLI = await findTemporalCli(join(data, 'bin'))
  process.env.CHROMIUM_PATH = await findBrowser()
  let passed = 0
  let failed = 0
  for (const [name, args] of staticChecks) {
    const { code, output } = await runCommand(node, args)
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}${code === 0 ? '' : `\n${output}`}`)
    if (code === 0) passed += 1
    else failed += 1
  }
  const suites = await runSuites()
  passed += suites.passed
  failed += suites.failed
  if (!existsSync(process.env.KEYNODE_SHARED_DATA ?? '../shared/data'))
    console.log('Not run: the suite over real input, since its data folder is not beside the project.')
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})

async function runSuites(): Promise<{ passed: number; failed: number }> {
  const report = join(data, 'test-report.json')
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const { code } = await runCommand(node, args, { quiet: false })
  if (!existsSync(report)) throw new LaunchError('The test runner wrote no report; see its output above.')
  const counts = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')))
  // A suite that could not even begin has no failed test to count.
  const unbegun = code !== 0 && counts.numFailedTests === 0 ? 1 : 0
  return { passed: counts.numPassedTests, failed: counts.numFailedTests + unbegun }
}
