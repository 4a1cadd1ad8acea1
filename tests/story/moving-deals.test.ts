import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it, onTestFailed } from 'vitest'
import type { ProcessModel } from '#engine'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { picture } from '../support/screen.ts'
import { askingAs } from './asking.ts'
import { leaner } from './leaner.ts'

let product: RunningProduct
let browser: Browser
let page: Page
let segment: string
let deals: string[]
let ask: ReturnType<typeof askingAs>

const said = { fact: 'element.pain', value: 'Changeovers take a day', grade: 'written' }

/** Three deals on the first version, one of which knows what only the stage that goes asks for. */
beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
  const person = await signedIn(browser, product.url, product.admin)
  person.context.setDefaultTimeout(30_000)
  page = person.page
  ask = askingAs(page)
  const { items } = await ask<{ items: { id: string; name: string }[] }>('GET', '/segments')
  segment = items.find(({ name }) => name === 'Enterprise software')?.id ?? ''
  const open = (n: number) =>
    ask<{ id: string }>('POST', '/deals', {
      segmentId: segment,
      name: `Press line ${n}`,
      account: `Harbour Mills ${n}`,
    })
  deals = (await Promise.all([1, 2, 3].map(open))).map(({ id }) => id)
  const interaction = { kind: 'visit', at: new Date().toISOString(), note: '', participants: [] }
  await ask('POST', `/deals/${deals[0]}/interactions`, { interaction, observations: [said] })
  const { model, revision } = await ask<{ model: ProcessModel; revision: number }>('GET', `/segments/${segment}/model`)
  await ask('PUT', `/segments/${segment}/model`, { model: leaner(model), revision })
})
let isBroken = false
beforeEach(({ skip }) => {
  skip(isBroken, 'a chapter before it failed')
  onTestFailed(async () => {
    isBroken = true
    await picture(page, 'failed moving-deals')
  })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const counts = (within = page.locator('main')) => within.locator('.impact-kind > dt + dd').allTextContents()

it('before a drawing is published it is told what it would do to running deals, and then where to move them', async () => {
  await page.goto(`/segments/${segment}`)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish this drawing' })
  await dialog.getByText('Stage “Problem disclosed” is gone.', { exact: true }).waitFor()
  await dialog.getByText('Version 1 was published by').waitFor()
  await expect.poll(() => counts(page.locator('.publish-impact'))).toEqual(['0', '1', '0', '2'])
  await dialog.getByText(/^No longer counts: Pain disclosed/).waitFor()
  await picture(page, 'publish-impact')
  await dialog.getByLabel('Release note').fill('One stage less')
  await dialog.getByRole('button', { name: 'Publish version' }).click()
  await page.getByRole('button', { name: 'See what a move would do' }).click()
  await page.getByRole('heading', { name: 'Move running deals to version 2' }).waitFor()
})

it('of a preview only what was chosen is moved, and a deal that loses something only once that is confirmed', async () => {
  await expect.poll(() => counts()).toEqual(['0', '1', '0', '2'])
  const choice = (deal: string) => page.getByRole('checkbox', { name: `Move ${deal}`, exact: true })
  expect(await choice('Press line 1').isChecked()).toBe(false)
  await choice('Press line 1').check()
  await choice('Press line 3').uncheck()
  expect(await barriers(page)).toEqual([])
  await picture(page, 'move-preview')
  await page.locator('.start-move').getByRole('button', { name: 'Move 2 deals to version 2' }).click()
  const confirm = page.getByRole('dialog', { name: '1 of these deals loses something' })
  await confirm.getByRole('button', { name: 'Move 2 deals to version 2' }).click()
  await page.getByText('2 of 2 deals are through').waitFor({ timeout: 100_000 })
  await page.getByText('Done', { exact: true }).waitFor()
  expect(await barriers(page)).toEqual([])
  await picture(page, 'move-done')
})

it('the versions show how many deals run on each, and what differs on the canvas and in sentences', async () => {
  const moved = page.url()
  await page.getByRole('link', { name: 'To the versions' }).click()
  await page.getByText('2 running deals', { exact: true }).waitFor()
  await page.getByText('1 running deal', { exact: true }).waitFor()
  await page.getByLabel('Stage Problem disclosed, removed', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Stage “Problem disclosed” is gone.', exact: true }).waitFor()
  expect(await barriers(page)).toEqual([])
  await picture(page, 'versions')
  await page.goto(moved)
})

it('a deal says that it was moved, and that it was moved back once the move is undone', async () => {
  const move = page.url()
  const deal = `/deals/${deals[0]}`
  await page.goto(deal)
  await page.getByText('Administrator moved this deal to version 2 of the model').waitFor()
  await page.getByText('Moved to version 2 of the model', { exact: true }).waitFor()
  await picture(page, 'deal-moved')
  await page.goto(move)
  await page.getByRole('button', { name: 'Undo the move' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the move' }).click()
  await page.getByText('Undone', { exact: true }).waitFor()
  await page.goto(deal)
  await page.getByText('Administrator moved this deal back to version 1 of the model').waitFor()
  await page.goto(`/deals/${deals[2]}`)
  await page.getByText('Version 2 of the model is out. This deal runs on version 1.').waitFor()
})
