import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { picture, sidewaysBy } from '../support/screen.ts'
import { arrive } from './arrive.ts'

const phone = { width: 390, height: 844 }
const deals = [
  ['Press line 3', '台灣精密工業'],
  ['Paint shop', 'Acme Steel'],
  ['雲端系統授權', 'Globex'],
] as const

let product: RunningProduct
let browser: Browser
let rep: Page
let ops: Page
beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
  const house = { product, browser, admin: (await signedIn(browser, product.url, product.admin)).page }
  rep = await arrive(house, { name: 'Rosa', role: 'Sales rep' })
  ops = await arrive(house, { name: 'Otto', role: 'Sales operations' })
  const { items } = await (await rep.request.get('/api/v1/segments')).json()
  const segmentId = items.find((one: { name: string }) => one.name === 'Enterprise software').id
  for (const [name, account] of deals) {
    const answer = await rep.request.post('/api/v1/deals', { data: { segmentId, name, account } })
    expect(answer.status()).toBe(201)
    const { id } = await answer.json()
    const { model } = await (await rep.request.get(`/api/v1/deals/${id}`)).json()
    const person = { role: model.chain.roles[0].id, name: `王小明 of ${account}`, title: '採購經理' }
    expect((await rep.request.post(`/api/v1/deals/${id}/people`, { data: person })).status()).toBe(201)
  }
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

it('a rep finds a deal by a part of its account’s Chinese name, with the keyboard alone, and comes back to it', async () => {
  await rep.goto('/tasks')
  await rep.getByRole('button', { name: 'Search everything' }).waitFor()
  await rep.keyboard.press('Control+k')
  const dialog = rep.getByRole('dialog', { name: 'Search everything' })
  const field = dialog.getByRole('combobox')
  await field.fill('精密')
  await dialog.getByRole('option', { name: /^Press line 3/ }).waitFor()
  expect(await dialog.locator('mark').first().textContent()).toBe('精密')
  expect(await barriers(rep)).toEqual([])
  await picture(rep, 'search wide')
  await field.press('ArrowDown')
  await field.press('ArrowUp')
  await field.press('Enter')
  await rep.getByRole('heading', { name: 'Press line 3', level: 1 }).waitFor()

  await rep.getByRole('button', { name: 'Search everything' }).click()
  await dialog.getByText('Where you went last').waitFor()
  await dialog.getByRole('option', { name: /^Press line 3/ }).waitFor()
  await field.fill('nothing of the kind')
  await dialog.getByText('Nothing that you work with has all of this in its name.').waitFor()
  await field.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
})

it('on a phone the box fills the screen, and an account leads to its deals', async () => {
  await rep.setViewportSize(phone)
  await rep.goto('/tasks')
  await rep.getByRole('button', { name: 'Search everything' }).click()
  const dialog = rep.getByRole('dialog', { name: 'Search everything' })
  await dialog.getByRole('combobox').fill('steel')
  const account = dialog.getByRole('group', { name: 'Accounts' }).getByRole('option')
  await account.waitFor()
  await picture(rep, 'search phone')
  expect(await barriers(rep)).toEqual([])
  expect(await sidewaysBy(rep)).toBe(0)
  await account.click()
  await rep.getByRole('heading', { level: 1, name: 'Deals' }).waitFor()
  await rep.getByRole('link', { name: 'Paint shop' }).waitFor()
  expect(await rep.getByRole('link', { name: 'Press line 3' }).count()).toBe(0)
  await rep.setViewportSize({ width: 1440, height: 900 })
})

it('deals are sorted by name, up and down', async () => {
  await rep.goto('/deals')
  await rep.getByRole('button', { name: 'Deal', exact: true }).click()
  const names = () => rep.locator('tbody .row-link').allTextContents()
  await expect.poll(names).toEqual(['Paint shop', 'Press line 3', '雲端系統授權'])
  await rep.getByRole('button', { name: 'Deal', exact: true }).click()
  await expect.poll(names).toEqual(['雲端系統授權', 'Press line 3', 'Paint shop'])
})

it('filters and order are kept as a view, with which the list then opens, and the list is saved as a table', async () => {
  await rep.goto('/deals?search=press&order=name&direction=up')
  await rep.getByRole('link', { name: 'Press line 3' }).waitFor()
  await rep.getByRole('button', { name: 'Views' }).click()
  await rep.getByLabel('Name of this view').fill('Presses')
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await rep.getByRole('button', { name: 'Open the list with “Presses”' }).click()
  await rep.getByRole('button', { name: 'Open the list with “Presses”', pressed: true }).waitFor()
  await picture(rep, 'views wide')
  expect(await barriers(rep)).toEqual([])
  await rep.goto('/tasks')
  await rep.goto('/deals')
  await rep.waitForURL(/search=press/)
  await expect.poll(() => rep.locator('tbody .row-link').allTextContents()).toEqual(['Press line 3'])
  const [download] = await Promise.all([
    rep.waitForEvent('download'),
    rep.getByRole('link', { name: 'Save as CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('deals.csv')
  await rep.setViewportSize(phone)
  await picture(rep, 'deals phone')
  expect(await sidewaysBy(rep)).toBe(0)
  await rep.setViewportSize({ width: 1440, height: 900 })
})

it('sales operations finds what is drawn, and stands before it', async () => {
  await ops.getByRole('button', { name: 'Search everything' }).click()
  const dialog = ops.getByRole('dialog', { name: 'Search everything' })
  await dialog.getByRole('combobox').fill('requirements shared')
  await dialog.getByRole('option', { name: /^Requirements shared Enterprise/ }).click()
  await ops.waitForURL(/place=/)
  await expect.poll(() => ops.getByRole('textbox', { name: 'Name' }).first().inputValue()).toBe('Requirements shared')
})
