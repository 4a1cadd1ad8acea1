import { describe, expect, it } from 'vitest'
import { settle } from './run-suite.ts'

describe('of a suite whose failing files ran once more', () => {
  const first = {
    'a.test.ts': { passed: 3, failed: [] },
    'b.test.ts': { passed: 1, failed: ['b > is late', 'b > is lost'] },
  }

  it('what passes the second time is counted, and named as run again', () => {
    expect(settle(first, { 'b.test.ts': { passed: 3, failed: [] } })).toEqual({
      passed: 6,
      failed: [],
      again: ['b > is late', 'b > is lost'],
    })
  })

  it('what fails again has failed', () => {
    expect(settle(first, { 'b.test.ts': { passed: 2, failed: ['b > is lost'] } })).toEqual({
      passed: 5,
      failed: ['b > is lost'],
      again: [],
    })
  })

  it('what failed and was not run again has failed', () => {
    expect(settle(first, {})).toEqual({ passed: 4, failed: ['b > is late', 'b > is lost'], again: [] })
  })
})
