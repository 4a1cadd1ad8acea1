import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import type { TestAccount } from './test.ts'

/** Writes what became of a suite to the file named in `KEYNODE_TEST_ACCOUNT`, as a `TestAccount`. */
export default class AccountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const account: TestAccount = { passed: 0, failed: [], again: [] }
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const name = `${module.relativeModuleId} > ${test.fullName}`
        const { state, errors } = test.result()
        if (state === 'failed') account.failed.push(`${name}\n    ${errors[0]?.message ?? ''}`)
        if (state !== 'passed') continue
        account.passed++
        if (test.diagnostic()?.flaky) account.again.push(name)
      }
      // What fails outside a test, as in a file that cannot be read, has no test to be counted by.
      for (const error of module.errors()) account.failed.push(`${module.relativeModuleId}\n    ${error.message}`)
    }
    for (const error of errors) account.failed.push(`outside any test\n    ${error.message}`)
    const file = process.env.KEYNODE_TEST_ACCOUNT
    if (file) writeFileSync(file, JSON.stringify(account))
  }
}
