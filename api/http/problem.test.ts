import { expect, test } from 'vitest'
import { asProblem } from './problem.ts'

const failure = (parts: object) => Object.assign(new Error('It failed'), parts)

test.each([
  ['a refused connection', failure({ code: 'ECONNREFUSED' })],
  ['a pool that waits in vain', new Error('timeout exceeded when trying to connect')],
  ['a query that is never answered', new Error('Query read timeout')],
  ['a connection that the server closed, as Prisma tells it', prismaFailure('ConnectionClosed')],
  ['an outage below another error', new Error('A step failed', { cause: failure({ code: '57P01' }) })],
])('%s is a 503', (_what, error) => {
  expect(asProblem(error).status).toBe(503)
})

test.each([
  ['a fault of our own', new TypeError('x is not a function')],
  ['a query that is wrong', prismaFailure('ColumnNotFound')],
])('%s is a 500 that tells the caller nothing of it', (_what, error) => {
  const { status, detail } = asProblem(error)
  expect(status).toBe(500)
  expect(detail).not.toContain(error.message)
})

test('a name that somebody else took a moment ago is a 409', () => {
  expect(asProblem(failure({ code: 'P2002' })).status).toBe(409)
})

function prismaFailure(kind: string): Error {
  return failure({ code: 'P2010', meta: { driverAdapterError: failure({ cause: { kind } }) } })
}
