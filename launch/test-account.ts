import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import { z } from 'zod'

/** What became of each file of a suite, by its path: how many tests passed, and what failed, each by its name and its reason. */
export const testAccountSchema = z.record(z.string(), z.object({ passed: z.int(), failed: z.array(z.string()) }))
export type TestAccount = z.infer<typeof testAccountSchema>

/** Writes a suite’s `TestAccount` to the file that `KEYNODE_TEST_ACCOUNT` names. */
export default class AccountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const account: TestAccount = Object.fromEntries(
      modules.map((module) => [module.relativeModuleId, accountFor(module)]),
    )
    if (unhandled.length > 0) {
      account['outside any test'] = { passed: 0, failed: unhandled.map(({ message }) => message) }
    }
    const file = process.env.KEYNODE_TEST_ACCOUNT
    if (file) writeFileSync(file, JSON.stringify(account))
  }
}

function accountFor(module: TestModule): TestAccount[string] {
  // What fails outside a test, as in a file that cannot be read, has no test to be counted by.
  const failed = module.errors().map(({ message }) => `${module.relativeModuleId}\n    ${message}`)
  let passed = 0
  for (const test of module.children.allTests()) {
    const { state, errors } = test.result()
    if (state === 'passed') passed++
    if (state === 'failed')
      failed.push(`${module.relativeModuleId} > ${test.fullName}\n    ${errors[0]?.message ?? ''}`)
  }
  return { passed, failed }
}
