import { existsSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { runCommand } from './run-command.ts'
import { type TestAccount, testAccountSchema } from './test-account.ts'

/** `again` names, with its reason, what failed first and passed when its file was run a second time. */
export type Outcome = { passed: number; failed: string[]; again: string[] }

/**
 * Runs one of vitest’s projects. With `secondTry`, each file in which something failed is run once more, by itself and from
 * its beginning, since a story’s chapters rest on those before, and with the machine to itself; what then fails has failed.
 */
export async function runSuite(suite: string, data: string, { secondTry }: { secondTry: boolean }): Promise<Outcome> {
  const first = await runFiles(suite, data, [])
  const broken = Object.keys(first).filter((file) => first[file]?.failed.length)
  // What failed outside any file cannot be run by itself.
  const canRunAgain = secondTry && broken.length > 0 && broken.every((file) => existsSync(file))
  return settle(first, canRunAgain ? await runFiles(suite, data, broken, ['--no-file-parallelism']) : {})
}

/** What two runs come to, where the second took only files of the first: what it says of them holds. */
export function settle(first: TestAccount, second: TestAccount): Outcome {
  const files = Object.values({ ...first, ...second })
  return {
    passed: files.reduce((sum, { passed }) => sum + passed, 0),
    failed: files.flatMap(({ failed }) => failed),
    again: Object.keys(second).flatMap((file) => (second[file]?.failed.length ? [] : (first[file]?.failed ?? []))),
  }
}

async function runFiles(suite: string, data: string, files: string[], options: string[] = []): Promise<TestAccount> {
  const file = resolve(data, `test-account-${suite}.json`)
  rmSync(file, { force: true })
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', suite, ...files, ...options]
  const reporters = ['--reporter=default', '--reporter=./launch/test-account.ts']
  const env = { ...process.env, KEYNODE_TEST_ACCOUNT: file }
  const { code } = await runCommand(process.execPath, [...args, ...reporters], { quiet: false, env })
  const account = existsSync(file) ? testAccountSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
  // A suite that could not even begin has no failed test to count.
  if (code !== 0 && Object.values(account).every(({ failed }) => failed.length === 0)) {
    account[`the ${suite} suite`] = { passed: 0, failed: [`the ${suite} suite ended with exit code ${code}`] }
  }
  return account
}
