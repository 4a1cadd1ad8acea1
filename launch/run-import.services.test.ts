import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { changeUser } from '../api/auth/change-user.ts'
import { readConfig } from '../api/config.ts'
import { connect } from '../api/connect.ts'
import { aCrm, openRows } from '../tests/support/a-crm.ts'
import { smallPurchase } from '../tests/support/a-model.ts'
import { type RunningDeals, runningDeals } from '../tests/support/running-deals.ts'
import { runImport } from './run-import.ts'

let running: RunningDeals
let folder: string
beforeAll(async () => {
  running = await runningDeals(smallPurchase)
  folder = mkdtempSync(join(tmpdir(), 'keynode-import-'))
  const { pipeline, products } = aCrm([...openRows(5), 'B1,Ida Holm,PressXL,,Prospecting,,,', 'B2,,,,Odd,,,'])
  writeFileSync(join(folder, 'deals.csv'), pipeline.bytes)
  writeFileSync(join(folder, 'products.csv'), products?.bytes ?? '')
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await running.stop()
})

/** Runs the command in the folder of the files, and gives its exit code and what it printed. */
async function command(...args: string[]) {
  const printed: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((text = '') => printed.push(String(text)))
  const environment = { ...running.environment, INIT_CWD: folder, KEYNODE_DATA: join(folder, 'data') }
  const code = await runImport(['deals.csv', '--segment', running.plan.hash, ...args], environment).finally(() =>
    log.mockRestore(),
  )
  return { code, text: printed.join('\n') }
}

it('a dry run shows what would be done and writes nothing', async () => {
  const { code, text } = await command('--dry-run')
  expect([code, await running.database.db.importBatch.count(), await running.database.db.user.count()]).toEqual([
    0, 0, 0,
  ])
  expect(text).toMatch(/ 6 {2}would be opened/)
}, 60_000)

it('an import opens what fits, writes down the rest, and ends with 1 where a row was refused', async () => {
  const { code, text } = await command('--report', 'misfits.csv')
  expect([code, await running.database.db.deal.count({ where: { seq: 1 } })]).toEqual([1, 6])
  expect(text).toMatch(/ 6 {2}opened\n.* 1 {2}refused\n/)
  const report = readFileSync(join(folder, 'misfits.csv'), 'utf8')
  expect(report).toContain('deals.csv,7,B1,no account,')
  expect(report).toContain('deals.csv,8,B2,refused,')
}, 60_000)

it('a rep whom it made signs in once an admin has given a password', async () => {
  const deps = connect(
    readConfig({ ...running.environment, BETTER_AUTH_SECRET: 'a long text that only the test knows' }),
  )
  const email = 'ida.holm@imported.invalid'
  const { id, name } = await deps.db.user.findUniqueOrThrow({ where: { email } })
  const signIn = () => deps.auth.api.signInEmail({ body: { email, password: 'press-and-mill' } })
  await expect(signIn()).rejects.toThrow(/[Ii]nvalid/)
  await changeUser(deps, id, { name, role: 'rep', departments: [], password: 'press-and-mill' })
  expect((await signIn()).user.id).toBe(id)
  await deps.close()
}, 60_000)

it('run again, it opens nothing', async () => {
  const { text } = await command()
  expect(text).toMatch(/ 0 {2}opened\n.* 6 {2}opened by an earlier run/)
}, 60_000)

it('a report that cannot be written is told before anything is begun', async () => {
  const before = await running.database.db.importBatch.count()
  await expect(command('--source', 'another', '--report', 'deals.csv/misfits.csv')).rejects.toThrow(/cannot be written/)
  expect(await running.database.db.importBatch.count()).toBe(before)
}, 60_000)

it('where nothing runs, it says what to start', async () => {
  const nowhere = { INIT_CWD: folder, KEYNODE_DATA: join(folder, 'empty') }
  await expect(runImport(['deals.csv', '--segment', 'Mills'], nowhere)).rejects.toThrow(
    /Run `npm start` in another terminal/,
  )
}, 60_000)
