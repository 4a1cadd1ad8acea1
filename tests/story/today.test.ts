import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { MySegment } from '../../api/work/contract.ts'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { choose, picture, sidewaysBy } from '../support/screen.ts'
import { arrive } from './arrive.ts'
import { askingAs } from './asking.ts'
import { writeDown } from './rep.ts'

const phone = { width: 390, height: 844 }
const inTwoWeeks = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)

let product: RunningProduct
let browser: Browser
let rep: Page

beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
  const house = { product, browser, admin: (await signedIn(browser, product.url, product.admin)).page }
  rep = await arrive(house, { name: 'Rosa', role: 'Sales rep' })
  const ask = askingAs(rep)
  const { items } = await ask<{ items: { id: string; name: string }[] }>('GET', '/segments')
  const segmentId = items.find(({ name }) => name === 'Enterprise software')?.id
  for (const name of ['Press line', 'Paint shop']) await ask('POST', '/deals', { segmentId, name, account: 'Acme' })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

it('on a phone, a rep sees what is owed for what, and records what a call brought without leaving the page', async () => {
  await rep.setViewportSize(phone)
  await rep.goto('/tasks')
  await rep.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
  const owed = rep.getByRole('list', { name: 'Next step agreed', exact: true })
  await expect.poll(() => owed.getByRole('listitem').count()).toBe(2)
  const stage = rep.getByRole('list', { name: 'Stages of Enterprise software' })
  const chip = stage.getByRole('listitem', { name: 'Press line', exact: true })
  expect(await chip.textContent()).toContain('Next step agreed from Project lead or Champion')
  await picture(rep, 'today phone')
  expect(await barriers(rep)).toEqual([])

  await rep.getByRole('link', { name: 'My deals' }).click()
  await chip.getByRole('button', { name: 'Record an interaction on Press line' }).click()
  const drawer = rep.getByRole('dialog', { name: 'Record an interaction' })
  await drawer.getByRole('checkbox', { name: 'Next step agreed' }).check()
  await drawer.getByLabel('Next step agreed', { exact: true }).and(drawer.locator('input[type=date]')).fill(inTwoWeeks)
  await picture(rep, 'today recording')
  expect(await barriers(rep)).toEqual([])
  await writeDown(rep, { kind: 'Call', note: 'They want a date' })

  await rep.getByText('Recorded on Press line').waitFor()
  await expect.poll(() => owed.getByRole('listitem').count()).toBe(1)
  await expect.poll(() => chip.textContent()).not.toContain('Next step agreed')
  expect(new URL(rep.url()).pathname).toBe('/tasks')
  expect(await sidewaysBy(rep)).toBe(0)
  await picture(rep, 'today recorded')
})

it('what a task brought carries the deal to its next stage, as the page says, and nothing of the deal lies beneath its bar', async () => {
  const amount = { fact: 'attribute.amount', value: 40_000 }
  const { segments } = await askingAs(rep)<{ segments: MySegment[] }>('GET', '/my-stages')
  const deal = segments[0]?.stages[0]?.deals.find(({ name }) => name === 'Press line')?.id
  await askingAs(rep)('POST', `/deals/${deal}/interactions`, {
    interaction: { kind: 'mail', at: new Date().toISOString() },
    observations: [amount],
  })
  const task = rep.getByRole('listitem', { name: 'Call back within a day and ask what it is about' })
  await task.filter({ hasText: 'Press line' }).getByRole('button', { name: 'Record what it brought' }).click()
  const drawer = rep.getByRole('dialog', { name: 'Record an interaction' })
  await drawer.getByRole('checkbox', { name: 'Own part in the purchase stated', checked: true }).waitFor()
  await drawer.getByRole('textbox', { name: 'Initiative named' }).fill('A second line')
  await choose(drawer.getByRole('combobox', { name: 'Own part in the purchase stated', exact: true }), 'decides')
  await writeDown(rep, { kind: 'Meeting', note: 'At the plant' })

  const said = rep.getByRole('status').filter({ hasText: 'Press line' })
  await said.getByText(/Interest shown/).waitFor()
  await picture(rep, 'today moved')
  const next = rep.getByRole('listitem').filter({ has: rep.getByRole('heading', { name: 'Problem disclosed 1' }) })
  await next.getByRole('link', { name: 'Press line' }).click()

  await rep.getByRole('heading', { name: 'Press line', level: 1 }).waitFor()
  const bar = await rep.getByRole('button', { name: 'Record an interaction' }).boundingBox()
  await rep.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  const end = await rep.getByRole('region', { name: 'History' }).boundingBox()
  expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThan(bar?.y ?? 0)
  await picture(rep, 'today deal')
})
