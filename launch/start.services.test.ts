import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { aDatabase } from '../tests/support/database.ts'
import { newPremises, type Premises, processOf, type Start, start, until } from '../tests/support/started-product.ts'
import { firstSignIn } from './secrets.ts'

let premises: Premises
const starts: Start[] = []
beforeEach(async () => {
  premises = await newPremises()
})
afterEach(async () => {
  for (const one of starts.splice(0)) await one.kill('SIGTERM')
  premises.leave()
})

function begin(env: Record<string, string> = {}): Start {
  const one = start({ ...premises.env, ...env })
  starts.push(one)
  return one
}

/** Asks the API as the first admin. */
async function asAdmin(path: string, body?: object) {
  const headers = { 'content-type': 'application/json', origin: premises.url }
  const admin = JSON.stringify(firstSignIn(join(premises.folder, 'first-sign-in.json')))
  const signedIn = await fetch(`${premises.url}/api/auth/sign-in/email`, { method: 'POST', headers, body: admin })
  const cookie = signedIn.headers.getSetCookie().join('; ')
  const sent = body && { method: 'POST', body: JSON.stringify(body) }
  return (await fetch(`${premises.url}/api/v1${path}`, { ...sent, headers: { ...headers, cookie } })).json()
}

const parts = ['api', 'worker', 'temporal', 'postgres'] as const
const living = () => parts.filter((name) => processOf(premises, name) !== undefined)

test('a start comes up with everything running, and Ctrl-C stops all of it', async () => {
  const first = begin()
  expect(await first.isUp(), first.told()).toBe(true)
  expect(living()).toEqual(parts)
  expect(await first.kill('SIGINT')).toBe(0)
  expect(living()).toEqual([])
})

test('a second start in the same folder is refused, and the first goes on', async () => {
  const first = begin()
  await first.isUp()
  const second = begin()
  expect(await second.ended).toBe(1)
  expect(second.told()).toMatch(/Keynode runs here already \(process \d+\)/)
  expect(await asAdmin('/segments')).toHaveProperty('items.length', 2)
})

test('killed at any moment, it is up again at the next start, with everything that was there', async () => {
  const first = begin()
  await first.isUp()
  await asAdmin('/segments', { name: 'Made before the kill' })
  const before = parts.map((name) => processOf(premises, name))
  await first.kill('SIGKILL')
  const moments = [
    () => true,
    (one: Start) => one.told().includes('Starting'),
    () => processOf(premises, 'postgres') !== undefined,
    () => processOf(premises, 'temporal') !== undefined,
    () => processOf(premises, 'worker') !== undefined,
  ]
  for (const moment of moments) {
    const killed = begin()
    await until(() => moment(killed))
    await killed.kill('SIGKILL')
  }
  const last = begin()
  expect(await last.isUp(), last.told()).toBe(true)
  const { items } = await asAdmin('/segments')
  expect(items.map(({ name }: { name: string }) => name)).toContain('Made before the kill')
  expect(parts.map((name) => processOf(premises, name)).filter((pid) => before.includes(pid))).toEqual([])
}, 120_000)

test('a worker that is killed is started again', async () => {
  const first = begin()
  await first.isUp()
  const killed = processOf(premises, 'worker')
  process.kill(killed ?? 0, 'SIGKILL')
  await until(() => ![undefined, killed].includes(processOf(premises, 'worker')))
  expect(first.told()).toContain('[worker] ended (SIGKILL); starting it again')
})

test.each(['PORT', 'KEYNODE_PG_PORT', 'KEYNODE_TEMPORAL_PORT'])(
  'a port that is in use is named, with the setting %s that changes it',
  async (setting) => {
    const port = Number(premises.env[setting])
    const squatter = createServer().listen(port, '127.0.0.1')
    const refused = begin()
    expect(await refused.ended).toBe(1)
    squatter.close()
    expect(refused.told()).toMatch(new RegExp(`Port ${port} for .* is in use\\. .* set ${setting} to another port`))
    expect(living()).toEqual([])
  },
)

test('a setting that cannot be used is named', async () => {
  const refused = begin({ PORT: 'three thousand' })
  expect(await refused.ended).toBe(1)
  expect(refused.told()).toContain('The setting PORT cannot be used')
})

test('with a database and a Temporal server given, it starts none of its own', async () => {
  const database = await aDatabase()
  await database.db.$disconnect()
  const first = begin({ DATABASE_URL: database.url, TEMPORAL_ADDRESS: inject('temporalAddress') })
  expect(await first.isUp(), first.told()).toBe(true)
  expect(living()).toEqual(['api', 'worker'])
  await first.kill('SIGTERM')
  await database.drop()
})

test.each([
  [{ TEMPORAL_ADDRESS: '127.0.0.1:1' }, 'No Temporal server answers at 127.0.0.1:1'],
  [{ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }, 'The database could not be prepared'],
])('a given address %o where nothing answers is a clear failure', async (env, sentence) => {
  const refused = begin(env)
  expect(await refused.ended).toBe(1)
  expect(refused.told()).toContain(sentence)
  expect(living()).toEqual([])
})

test('a killed npm takes the product that it started with it', async () => {
  const npm = spawn('npm', ['start'], { env: { ...process.env, ...premises.env }, stdio: 'ignore' })
  await until(() => existsSync(join(premises.folder, 'running.json')))
  npm.kill('SIGKILL')
  await until(() => !existsSync(join(premises.folder, 'start.pid')))
  expect(living()).toEqual([])
})
