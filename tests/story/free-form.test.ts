import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import { smallPurchase } from '../support/a-model.ts'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { choose, picture, sidewaysBy } from '../support/screen.ts'
import { arrive } from './arrive.ts'
import { askingAs } from './asking.ts'
import { dealPage, takeStep } from './rep.ts'

let product: RunningProduct
let browser: Browser
let ops: Page
let rep: Page
let segmentId: string
let deal: string

/** Rosa works a deal of a segment for which nobody has drawn anything yet. */
beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
  const house = { product, browser, admin: (await signedIn(browser, product.url, product.admin)).page }
  ops = await arrive(house, { name: 'Otto', role: 'Sales operations' })
  rep = await arrive(house, { name: 'Rosa', role: 'Sales rep' })
  rep.context().setDefaultTimeout(30_000)
  segmentId = (await askingAs(ops)<{ id: string }>('POST', '/segments', { name: 'Shipyards' })).id
  const opened = { segmentId, name: 'Welding line', account: 'Harbour Yard', freeForm: true }
  deal = (await askingAs(rep)<{ id: string }>('POST', '/deals', opened)).id
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Looks at the page as it is, wide and narrow, light and dark, in English and Chinese, and tells what keeps people out. */
async function lookAround(name: string, opened: () => Promise<unknown>): Promise<string[]> {
  const found: string[] = []
  for (const [language, dark, width] of [
    ['zh-Hant', true, 390],
    ['zh-Hans', false, 1440],
    ['en', true, 1440],
    ['en', false, 390],
    ['en', false, 1440],
  ] as const) {
    await rep.evaluate(
      ({ language, dark }) => {
        localStorage.setItem('keynode.language', language)
        localStorage.setItem('keynode.preferences', JSON.stringify({ state: { dark }, version: 0 }))
      },
      { language, dark },
    )
    await rep.setViewportSize({ width, height: 900 })
    await rep.goto(`/deals/${deal}`)
    await opened()
    await picture(rep, `${name} ${language} ${dark ? 'dark' : 'light'} ${width}`)
    const beyond = await sidewaysBy(rep)
    if (beyond) found.push(`${name} ${language}: reaches ${beyond} px beyond ${width}`)
    found.push(...(await barriers(rep)).map((barrier) => `${name} ${language} ${width}: ${barrier}`))
  }
  return found
}

it('a rep plans and answers on a deal without a model, and all that is open goes on under one', async () => {
  onTestFailed(() => picture(rep, 'failed free form'))
  await rep.goto(`/deals/${deal}`)
  const page = dealPage(rep)
  const tasks = page.panel('Tasks')
  const add = async (name: string) => {
    await tasks.getByRole('button', { name: 'Add a task' }).click()
    await tasks.getByLabel('What is to be done').fill(name)
    await tasks.locator('form').getByRole('button', { name: 'Add a task' }).click()
    await tasks.getByText(name).waitFor()
    await tasks.locator('form').waitFor({ state: 'detached' })
  }
  await add('Meet the head of finance')
  await add('Send samples')
  await add('Ask for a plan')
  await tasks.getByRole('listitem').filter({ hasText: 'Ask for a plan' }).getByText('Not needed after all').click()
  await tasks.getByLabel('Reason').fill('They sent it')
  await tasks.getByRole('button', { name: 'Take the task back' }).click()
  await tasks.getByText('1 no longer owed').waitFor()

  const objections = page.panel('Objections')
  await objections.getByRole('button', { name: 'Raise an objection' }).click()
  await objections.getByLabel('What the customer says').fill('Too dear for us')
  await choose(objections.getByLabel('Type of objection'), 'Price')
  await objections.getByRole('button', { name: 'Raise objection' }).click()
  const objection = page.objection('Too dear for us')
  await takeStep(objection, 'Plan the answer', { 'Steps, one a line': 'Show the cost of doing nothing' })
  await objection.getByText('Show the cost of doing nothing').waitFor()

  const support = page.panel('Support requests')
  await support.getByRole('button', { name: 'Ask for support' }).click()
  await choose(support.getByRole('combobox', { name: 'Department' }), 'Legal')
  await support.getByLabel('What is needed').fill('May we deliver there?')
  await support.getByRole('button', { name: 'Ask', exact: true }).click()
  await support.getByText('May we deliver there?').waitFor()
  expect(
    await lookAround('free form', () => rep.getByText('May we deliver there?', { exact: true }).waitFor()),
  ).toEqual([])

  await askingAs(ops)('PUT', `/segments/${segmentId}/model`, { model: smallPurchase, revision: 1 })
  await askingAs(ops)('POST', `/segments/${segmentId}/model/publish`, { revision: 2 })
  const opens = async () => {
    await rep.locator('.free-form-notice').getByRole('button').click()
    await rep.locator('.put-under .read-list').first().waitFor()
    await rep.locator('.put-under .map').getByText('Need stated').first().waitFor()
  }
  expect(await lookAround('put under a model', opens)).toEqual([])
  const dialog = rep.getByRole('dialog', { name: 'Put under the model' })
  // What is called alike is proposed.
  await dialog.getByText('Meet the head of finance', { exact: true }).nth(1).waitFor()
  await choose(dialog.getByLabel('Stage that “Too dear for us” was raised at'), 'Need stated')
  await dialog.getByRole('button', { name: 'Put under the model' }).click()

  await page.stage('Need stated', 'open').waitFor()
  for (const name of ['Meet the head of finance', 'Send samples']) await tasks.getByText(name).waitFor()
  await objection.getByText('Too expensive').waitFor()
  await objection.getByText('Need stated').waitFor()
  await support.getByText('May we deliver there?').waitFor()
  await picture(rep, 'under a model')
})
