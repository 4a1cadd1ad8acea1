import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestServers } from './support/servers.ts'
import { newPremises, type Premises, processOf, until } from './support/started-product.ts'

let premises: Premises
beforeEach(async () => {
  premises = await newPremises()
})
afterEach(() => premises.leave())

const running = (child: ChildProcess) => child.exitCode === null && child.signalCode === null
const parts = ['api', 'worker', 'temporal', 'postgres'] as const
const living = (where: Pick<Premises, 'folder'>) => parts.filter((name) => processOf({ ...premises, ...where }, name))

test('a test run that is killed leaves nothing of its product running', async () => {
  const args = ['--import', 'tsx', 'tests/support/product-of-a-run.ts', JSON.stringify(premises.env)]
  const run = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  run.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString()
  })
  await until(() => told.includes('up') || !running(run))
  expect(living(premises)).toEqual(parts)
  run.kill('SIGKILL')
  await until(() => living(premises).length === 0)
})

test('the servers of all tests end, with their folder, when the channel to their test run closes', async () => {
  const servers = spawn(process.execPath, ['--import', 'tsx', 'tests/support/servers.ts'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [{ folder }] = (await once(servers, 'message')) as [TestServers]
  expect(living({ folder })).toEqual(['temporal', 'postgres'])
  const ended = once(servers, 'exit')
  servers.disconnect()
  expect(await ended).toEqual([0, null])
  expect(living({ folder })).toEqual([])
})
