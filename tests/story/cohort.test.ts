import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { choose, picture, sidewaysBy } from '../support/screen.ts'
import { arrive } from './arrive.ts'

const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const names = ['Press line', 'Paint shop', 'Test bench', 'Robot cell', 'Cold store']

let product: RunningProduct
let browser: Browser
let manager: Page
let rep: Page

beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
  const house = { product, browser, admin: (await signedIn(browser, product.url, product.admin)).page }
  manager = await arrive(house, { name: 'Mira', role: 'Manager' })
  rep = await arrive(house, { name: 'Rosa', role: 'Sales rep' })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** The rep works deals through the API in their own session. */
async function send(path: string, data: object): Promise<{ id: string }> {
  const answer = await rep.request.post(`/api/v1${path}`, { data })
  expect([path, answer.status()]).toEqual([path, 201])
  return answer.json()
}
async function opens(name: string): Promise<string> {
  const { items } = await (await rep.request.get('/api/v1/segments')).json()
  const segmentId = items.find((one: { name: string }) => one.name === 'Enterprise software').id
  return (await send('/deals', { segmentId, account: 'Acme', name })).id
}

it('a manager sees where deals stand and why, gives all of them a task at once, and takes it back', async () => {
  const deals: string[] = []
  for (const name of names) deals.push(await opens(name))
  const { model } = await (await rep.request.get(`/api/v1/deals/${deals[0]}`)).json()
  const [type] = model.objectionTypes
  const [stage] = model.stages
  await send(`/deals/${deals[0]}/objections`, { type: type.id, statement: 'We just bought another', stage: stage.id })

  await manager.goto('/cohort')
  const tile = manager.getByRole('button', { name: stage.name })
  await tile.waitFor()
  await manager.getByRole('link', { name: 'Press line' }).waitFor()
  expect(await tile.textContent()).toContain('Rosa')
  expect(await manager.getByRole('row', { name: /Press line/ }).textContent()).toContain('We just bought another')
  await picture(manager, 'cohort wide')

  await opens('Late arrival')
  await manager.getByRole('link', { name: 'Late arrival' }).waitFor()

  await tile.click()
  await manager.getByRole('checkbox', { name: 'Choose all on this page' }).check()
  await manager.getByText('6 chosen').waitFor()
  await manager.getByRole('button', { name: 'Give a task' }).click()
  const drawer = manager.getByRole('dialog')
  await drawer.getByLabel('What is to be done').fill('Call them this week')
  await drawer.getByLabel('Reason').fill('The quarter ends')
  await picture(manager, 'cohort task')
  await drawer.getByRole('button', { name: 'Give a task' }).click()
  await drawer.getByText('done on 6 deals').waitFor()
  await picture(manager, 'cohort done')
  await rep.goto('/tasks')
  await expect
    .poll(() => rep.getByRole('listitem', { name: 'Call them this week', includeHidden: true }).count())
    .toBe(6)

  await drawer.getByRole('button', { name: 'Take it back' }).click()
  await drawer.getByLabel('Reason').fill('Next quarter will do')
  await drawer.getByRole('button', { name: 'Take it back' }).click()
  await drawer.getByText('taken back on 6 deals').waitFor()
  await rep.reload()
  await rep.getByRole('heading', { level: 1 }).waitFor()
  await expect.poll(() => rep.getByText('Call them this week').count()).toBe(0)
  await drawer.press('Escape')

  await manager.getByRole('checkbox', { name: /^Choose Press line/ }).check()
  await manager.getByRole('button', { name: 'Plan against objections' }).click()
  await drawer.getByRole('button', { name: 'Plan all of them' }).waitFor()
  await picture(manager, 'cohort objections')
  await drawer.getByRole('button', { name: 'Plan all of them' }).click()
  await drawer.getByText('1 is planned').waitFor()
  await drawer.press('Escape')

  await manager.setViewportSize(phone)
  await manager.goto('/cohort')
  await manager.getByRole('link', { name: 'Press line' }).waitFor()
  await picture(manager, 'cohort phone')
  expect(await sidewaysBy(manager)).toBe(0)
  await manager.setViewportSize(wide)
  await choose(manager.getByLabel('Stuck'), 'By an objection')
  await expect.poll(() => manager.getByRole('link', { name: 'Robot cell' }).count()).toBe(0)
  expect(await manager.getByRole('link', { name: 'Press line' }).count()).toBe(1)
})
