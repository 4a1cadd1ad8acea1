import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sharedData } from '../../vitest.config.ts'
import { atTheExchange, startSegment } from '../story/ops.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { picture } from '../support/screen.ts'

const folder = join(sharedData, 'bpmn')

let product: RunningProduct
let browser: Browser
let page: Page
const crashes: string[] = []

beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
  page = (await signedIn(browser, product.url, product.admin)).page
  page.on('pageerror', ({ message }) => crashes.push(message))
  await startSegment(page, 'Interchange')
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

it('each file of the BPMN interchange group is drawn on the page, and none crashes it', async () => {
  const exchange = atTheExchange(page)
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.bpmn'))) {
    await exchange.choose(join(folder, file))
    await exchange.dialog.getByText('What to know about it').waitFor()
    if (file === 'B.2.0.bpmn') await picture(page, 'import B.2.0')
    await exchange.replace()
    await page.locator('.stage-card').first().waitFor()
    expect([file, ...crashes]).toEqual([file])
  }
  await picture(page, 'drawn C.9.2')
})
