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
