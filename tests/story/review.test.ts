import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { picture, sidewaysBy } from '../support/screen.ts'
import { arrive } from './arrive.ts'
import { askingAs } from './asking.ts'

const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const names = ['Press line', 'Paint shop', 'Test bench']

let product: RunningProduct
let browser: Browser
let manager: Page
let rep: Page
const deals: string[] = []

beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
  const house = { product, browser, admin: (await signedIn(browser, product.url, product.admin)).page }
  manager = await arrive(house, { name: 'Mira', role: 'Manager' })
  rep = await arrive(house, { name: 'Rosa', role: 'Sales rep' })
  const ask = askingAs(rep)
  const { items } = await ask<{ items: { id: string; name: string }[] }>('GET', '/segments')
  const segmentId = items.find(({ name }) => name === 'Enterprise software')?.id
  for (const [n, name] of names.entries())
    deals.push((await ask<{ id: string }>('POST', '/deals', { segmentId, name, account: `Account ${n + 1}` })).id)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const learns = (deal: string | undefined, fact: string, value: unknown) =>
  askingAs(rep)('POST', `/deals/${deal}/interactions`, {
    interaction: { kind: 'call', at: new Date().toISOString() },
    observations: [{ fact, value }],
  })

async function begin(name: string): Promise<void> {
  await manager.goto('/reviews')
  await manager.getByRole('button', { name: 'New review' }).click()
  await manager.getByLabel('Name of the review').fill(name)
  await manager.getByRole('checkbox', { name: 'Choose Test bench' }).waitFor()
}

it('a manager picks deals, goes through them with the keyboard, and what is decided becomes a task', async () => {
  await begin('Spring review')
  await picture(manager, 'review pick')
  await manager.getByRole('button', { name: 'Go through all 3 deals that fit' }).click()
  await manager.getByRole('heading', { level: 1, name: 'Spring review' }).waitFor()
  await manager.getByText('This deal is gone through for the first time.').waitFor()
  await picture(manager, 'review deal')

  await manager.getByText('1 of 3', { exact: true }).click()
  await manager.keyboard.press('Alt+ArrowDown')
  await manager.getByRole('heading', { level: 2, name: 'Paint shop' }).waitFor()
  await manager.keyboard.press('Alt+ArrowUp')
  await manager.getByRole('heading', { level: 2, name: 'Press line' }).waitFor()

  await manager.getByLabel('What was agreed').fill('Bring their head of production in')
  await manager.getByRole('button', { name: 'Add a task' }).click()
  await manager.getByLabel('What is to be done').fill('Invite him to the reference plant')
  await picture(manager, 'review decision')
  expect(await barriers(manager)).toEqual([])
  await manager.getByRole('button', { name: 'Done, next' }).click()
  for (const name of names.slice(1)) {
    await manager.getByRole('heading', { level: 2, name }).waitFor()
    await manager.getByLabel('What was agreed').press('Control+Enter')
  }
  await manager.getByText('All deals of this review have been gone through.').waitFor()
  await picture(manager, 'review done')
  await rep.goto('/tasks')
  await expect.poll(() => rep.getByText('Invite him to the reference plant').count()).toBe(1)
})

it('the next review says what changed; a sheet goes out, is filled in, and comes back as changes and conflicts', async () => {
  await learns(deals[0], 'element.initiative', 'Changeovers take a day')
  await begin('Summer review')
  await manager.getByRole('checkbox', { name: 'Choose Press line' }).check()
  await manager.getByRole('checkbox', { name: 'Choose Test bench' }).check()
  await manager.getByRole('button', { name: 'Go through 2 chosen deals' }).click()
  await manager.getByText('Last gone through by Mira, in “Spring review”').waitFor()
  await manager.getByText('Changeovers take a day').first().waitFor()
  await picture(manager, 'review since')

  await manager.getByRole('button', { name: 'Fill in offline' }).click()
  const [download] = await Promise.all([
    manager.waitForEvent('download'),
    manager.getByRole('link', { name: 'Workbook (.xlsx)' }).click(),
  ])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(readFileSync(await download.path())).buffer)
  const typed = typedInto(book, {
    [`"${deals[2]}","element.initiative"`]: 'Operators wait for parts',
    [`"${deals[0]}","element.initiative"`]: 'Changeovers take two days',
  })
  expect(typed).toBe(2)
  await learns(deals[0], 'element.initiative', 'Changeovers take a shift')

  await manager.getByRole('button', { name: 'Take a sheet in' }).click()
  const sheet = manager.getByRole('dialog')
  await sheet.locator('input[type=file]').setInputFiles({
    name: 'summer.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await book.xlsx.writeBuffer()),
  })
  await sheet.getByText('1 conflict').waitFor()
  const conflict = sheet.getByRole('row', { name: /Press line/ })
  expect(await conflict.textContent()).toContain('Changeovers take a shift')
  expect(await conflict.getByRole('checkbox').isChecked()).toBe(false)
  await picture(manager, 'review sheet')
  expect(await barriers(manager)).toEqual([])
  await manager.setViewportSize(phone)
  await expect.poll(async () => (await sheet.boundingBox())?.x).toBe(0)
  await picture(manager, 'review sheet phone')
  expect(await sidewaysBy(manager)).toBe(0)
  await manager.setViewportSize(wide)
  await sheet.getByRole('button', { name: 'Take 1 change' }).click()
  await sheet.getByText('1 change taken').waitFor()
  await sheet.getByRole('button', { name: 'Look again' }).click()
  await sheet.getByText('1 conflict').waitFor()
  await picture(manager, 'review sheet again')

  await manager.goto(`/deals/${deals[2]}`)
  await manager.getByText('Operators wait for parts').first().waitFor()
  await manager.goto(`/deals/${deals[0]}`)
  await manager.getByText('Changeovers take a shift').first().waitFor()
  expect(await manager.getByText('Changeovers take two days').count()).toBe(0)
})

it('in Chinese and on a phone it is all there', async () => {
  await manager.evaluate(() => localStorage.setItem('keynode.language', 'zh-Hant'))
  await manager.goto('/reviews')
  await manager.getByRole('link', { name: 'Summer review' }).click()
  await manager.getByRole('heading', { name: '決定' }).waitFor()
  await picture(manager, 'review chinese')
  await manager.setViewportSize(phone)
  await picture(manager, 'review chinese phone')
  expect(await sidewaysBy(manager)).toBe(0)
})

/** Types values into the rows whose keys contain these; says how many were found. */
function typedInto(book: ExcelJS.Workbook, values: Record<string, string>): number {
  let found = 0
  book.worksheets[0]?.eachRow((row) => {
    const key = row.getCell(10).text
    for (const [part, value] of Object.entries(values))
      if (key.includes(part)) {
        row.getCell(8).value = value
        found += 1
      }
  })
  return found
}
