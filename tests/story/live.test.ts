import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { arrive } from './arrive.ts'

let product: RunningProduct
let browser: Browser
let manager: Page
let rep: Page

beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
  const house = { product, browser, admin: (await signedIn(browser, product.url, product.admin)).page }
  manager = await arrive(house, { name: 'mira', role: 'Manager' })
  rep = await arrive(house, { name: 'rosa', role: 'Sales rep' })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** The rep asks the API in their own session, so that nothing but the answer is waited for. */
async function opensDeal(name: string): Promise<void> {
  const { items } = await (await rep.request.get('/api/v1/segments')).json()
  const segmentId = items.find((one: { name: string }) => one.name === 'Enterprise software').id
  const answer = await rep.request.post('/api/v1/deals', { data: { segmentId, account: 'Acme', name } })
  expect(answer.status()).toBe(201)
}

it('a deal that one person opens stands in the other’s list within a second, and again after the line was cut', async () => {
  await manager.goto('/deals')
  const waits: number[] = []
  const appears = async (name: string) => {
    await opensDeal(name)
    const answered = Date.now()
    await manager.getByText(name, { exact: true }).waitFor()
    waits.push(Date.now() - answered)
  }
  await manager.getByRole('heading', { level: 1 }).waitFor()
  await appears('Warm-up')
  for (const name of ['Press line', 'Paint shop', 'Test bench']) await appears(name)
  console.log(`on the other screen after the answer, ms: ${waits.join(' ')}`)
  expect(Math.max(...waits.slice(1))).toBeLessThan(1000)

  await manager.context().setOffline(true)
  await opensDeal('While away')
  await manager.context().setOffline(false)
  await manager.getByText('While away', { exact: true }).waitFor({ timeout: 15_000 })
})

it('a person with ten tabs open works in each of them, and hears in each what others do', async () => {
  const tabs = await Promise.all(Array.from({ length: 10 }, () => manager.context().newPage()))
  const shows = (tab: Page, name: string) => tab.getByText(name, { exact: true }).waitFor({ timeout: 30_000 })
  for (const tab of tabs) await tab.goto('/deals')
  await Promise.all(tabs.map((tab) => shows(tab, 'While away')))
  await opensDeal('Seen by all')
  await Promise.all(tabs.map((tab) => shows(tab, 'Seen by all')))

  // The tab that has been there longest is the one that listens for all.
  await manager.close()
  await opensDeal('After it was closed')
  await Promise.all(tabs.map((tab) => shows(tab, 'After it was closed')))
})
