import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { choose, picture, sidewaysBy } from '../support/screen.ts'
import { arrive } from './arrive.ts'

const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

let product: RunningProduct
let browser: Browser
let ops: Page
let manager: Page
let rep: Page

beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
  const house = { product, browser, admin: (await signedIn(browser, product.url, product.admin)).page }
  ops = await arrive(house, { name: 'Otto', role: 'Sales operations' })
  manager = await arrive(house, { name: 'Mira', role: 'Manager' })
  rep = await arrive(house, { name: 'Rosa', role: 'Sales rep' })
  for (const page of [ops, manager, rep]) page.context().setDefaultTimeout(30_000)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** 200 cafés of two towns, every second one Rosa’s, and two rows that are none. */
function aList(): string {
  const cafes = Array.from({ length: 200 }, (_, n) =>
    [`c${n}`, `Café ${n}`, n < 120 ? 'Tainan' : 'Keelung', 10 + n, n % 2 === 0 ? 'Rosa' : ''].join(','),
  )
  const rows = ['key,name,Town,Seats,owner', ...cafes, 'c200,,Tainan,4,', 'c201,Kiosk,Tainan,four,']
  const path = join(mkdtempSync(join(tmpdir(), 'keynode-leads-')), 'cafés.csv')
  writeFileSync(path, rows.join('\n'))
  return path
}

const bar = (page: Page, name: string) => page.getByRole('list').getByRole('button', { name: new RegExp(`^${name}`) })
const dialog = (page: Page) => page.getByRole('dialog')

it('a mass segment is set up, filled from a list, filtered, tagged and taken back, and its best lead becomes a deal', async () => {
  await ops.goto('/segments')
  await ops.getByRole('button', { name: 'New segment' }).click()
  await dialog(ops).getByLabel('Name').fill('Cafés')
  await dialog(ops)
    .getByRole('radio', { name: /Funnel/ })
    .check()
  await dialog(ops).getByRole('button', { name: 'Create segment' }).click()
  await ops.getByText('No lead yet').waitFor()
  await ops.getByRole('main').getByRole('button', { name: 'Stages and fields' }).last().click()
  const setUp = dialog(ops)
  await setUp.getByLabel('Stages: name 3').fill('Tasting')
  for (const [button, name] of [
    ['Add field', 'Town'],
    ['Add field', 'Seats'],
  ] as const) {
    await setUp.getByRole('button', { name: button }).click()
    await ops.keyboard.type(name)
    await ops.keyboard.press('Enter')
    await ops.keyboard.press('Escape')
  }
  await choose(setUp.getByLabel('Kind of value').last(), 'Number')
  await picture(ops, 'leads set-up')
  await setUp.getByRole('button', { name: 'Save' }).click()
  await bar(ops, 'Tasting').waitFor()

  await manager.goto('/leads')
  await manager.getByRole('heading', { name: 'Cafés', level: 1 }).waitFor()
  await manager.getByRole('button', { name: 'Import a list' }).first().click()
  await manager.locator('input[type=file]').setInputFiles(aList())
  await dialog(manager).getByText('200 would be added').waitFor()
  await dialog(manager).getByText('2 rows cannot be taken').waitFor()
  expect(await dialog(manager).getByRole('row', { name: /c201/ }).textContent()).toContain('is no number')
  await picture(manager, 'leads import')
  expect(await barriers(manager)).toEqual([])
  await dialog(manager).getByRole('button', { name: 'Take in 200 rows' }).click()
  await dialog(manager).getByText('200 added').waitFor()
  await dialog(manager).getByRole('button', { name: 'Close' }).last().click()
  await expect.poll(() => bar(manager, 'New').textContent()).toContain('200')

  await manager.getByRole('button', { name: 'Add condition: Filter' }).click()
  await dialog(manager).getByRole('button', { name: '+ Comparison' }).click()
  await choose(dialog(manager).getByRole('combobox', { name: 'Fact' }), 'Seats')
  await dialog(manager).getByRole('spinbutton', { name: 'Value' }).fill('199')
  await dialog(manager).getByRole('button', { name: 'Apply' }).click()
  await manager.getByText('Seats is more than 199').first().waitFor()
  await expect.poll(() => bar(manager, 'New').textContent()).toContain('10')
  await manager.getByRole('button', { name: 'Keep this filter' }).click()
  await manager.keyboard.type('Large cafés')
  await manager.keyboard.press('Enter')
  await manager.getByRole('button', { name: /^Large cafés/ }).waitFor()

  await manager.getByRole('checkbox', { name: 'Choose all on this page' }).check()
  await manager.getByText('10 chosen').waitFor()
  await manager.getByRole('button', { name: 'Tag or move' }).click()
  await dialog(manager).getByLabel('Give tags').fill('spring campaign')
  await dialog(manager).getByLabel('Give tags').press('Enter')
  await choose(dialog(manager).getByLabel('Move to stage'), 'Tasting')
  await picture(manager, 'leads change')
  await dialog(manager).getByRole('button', { name: 'Change all 10' }).click()
  await manager.getByText('10 leads are changed').waitFor()
  await expect.poll(() => bar(manager, 'Tasting').textContent()).toContain('10')
  const largest = () => manager.getByRole('row', { name: /Café 199/ }).textContent()
  await expect.poll(largest).toContain('spring campaign')
  await picture(manager, 'leads changed')
  await manager.getByRole('button', { name: 'Take it back' }).click()
  await manager.getByText('Taken back on 10 leads').waitFor()
  await expect.poll(() => bar(manager, 'New').textContent()).toContain('10')
  await expect.poll(largest).not.toContain('spring campaign')

  await rep.setViewportSize(phone)
  await rep.goto('/tasks')
  await rep.getByRole('button', { name: 'Menu' }).click()
  await rep.getByRole('link', { name: 'Leads' }).click()
  await rep.getByText('100 leads').waitFor()
  await rep.getByRole('button', { name: /^Large cafés/ }).click()
  await rep.getByRole('button', { name: 'Café 198' }).waitFor()
  await picture(rep, 'leads phone')
  expect(await sidewaysBy(rep)).toBe(0)
  expect(await rep.getByRole('button', { name: 'Café 199' }).count()).toBe(0)
  expect(await rep.getByRole('button', { name: 'Import a list' }).count()).toBe(0)
  await rep.getByRole('button', { name: 'Café 198' }).click()
  await dialog(rep).getByLabel('Contact').fill('Mei Chen')
  await dialog(rep).getByRole('spinbutton', { name: 'Seats' }).fill('260')
  await dialog(rep).getByRole('button', { name: 'Save' }).click()
  await rep.getByText('Seats 260').waitFor()
  await rep.setViewportSize(wide)
  await rep.getByRole('button', { name: 'Café 198' }).click()
  await picture(rep, 'leads lead')
  expect(await barriers(rep)).toEqual([])
  await dialog(rep).getByRole('button', { name: 'Make it a deal' }).click()
  const promotion = rep.getByRole('dialog', { name: 'Make Café 198 a deal' })
  await choose(promotion.getByLabel('Segment of the deal'), 'Enterprise software')
  await promotion.getByLabel('What the customer buys').fill('Two machines')
  await promotion.getByRole('button', { name: 'Make the deal' }).click()
  await promotion.getByRole('link', { name: 'Open the deal of Café 198' }).click()
  await rep.getByRole('heading', { name: 'Two machines', level: 1 }).waitFor()

  await expect.poll(() => bar(manager, 'Became deals').textContent()).toContain('1')
  await bar(manager, 'Became deals').click()
  await manager
    .getByRole('row', { name: /Café 198/ })
    .getByRole('link', { name: 'Deal' })
    .click()
  await manager.getByRole('heading', { name: 'Two machines', level: 1 }).waitFor()

  await manager.goto('/leads')
  await manager.getByRole('button', { name: /^Large cafés/ }).click()
  await expect.poll(() => manager.getByRole('checkbox', { name: /^Choose Café/ }).count()).toBe(10)
  await manager.getByRole('checkbox', { name: 'Choose all on this page' }).check()
  await manager.getByRole('button', { name: 'Make it a deal' }).click()
  const many = manager.getByRole('dialog', { name: 'Make 9 leads deals' })
  await choose(many.getByLabel('Segment of the deal'), 'Enterprise software')
  await many.getByRole('button', { name: 'Make 9 deals' }).click()
  await many.getByText('9 leads are deals now').waitFor()
  await many.getByRole('link', { name: 'Open the deal of Café 199' }).waitFor()
  await picture(manager, 'leads promoted')
})
