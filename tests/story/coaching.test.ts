import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { choose, picture } from '../support/screen.ts'
import { arrive } from './arrive.ts'
import { askingAs } from './asking.ts'

let product: RunningProduct
let browser: Browser
let manager: Page
let rep: Page
let deals: string[]

/** Rosa has two deals at the first stage, and has visited the customer of the first. */
beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
  const house = { product, browser, admin: (await signedIn(browser, product.url, product.admin)).page }
  manager = await arrive(house, { name: 'Mira', role: 'Manager' })
  rep = await arrive(house, { name: 'Rosa', role: 'Sales rep' })
  for (const page of [manager, rep]) page.context().setDefaultTimeout(20_000)
  const ask = askingAs(rep)
  const { items } = await ask<{ items: { id: string; name: string }[] }>('GET', '/segments')
  const segmentId = items.find(({ name }) => name === 'Enterprise software')?.id
  const open = async (name: string) =>
    (await ask<{ id: string }>('POST', '/deals', { segmentId, name, account: 'Harbour Mills' })).id
  deals = [await open('Press line'), await open('Paint shop')]
  await ask('POST', `/deals/${deals[0]}/interactions`, {
    interaction: { kind: 'visit', at: new Date().toISOString(), note: 'At their plant', participants: [] },
    observations: [{ fact: 'element.pain', value: 'Changeovers take a day', grade: 'written' }],
  })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

it('a manager coaches on an interaction and makes it an example, which sellers find at the stage it is for', async () => {
  onTestFailed(() => picture(manager, 'failed coaching'))
  await manager.goto(`/deals/${deals[0]}`)
  const say = async (text: string) => {
    await manager.getByLabel('What is to be learnt').fill(text)
    await manager.getByRole('button', { name: 'Save', exact: true }).click()
    await manager.locator('.history').getByText(text).waitFor()
  }
  const add = manager.getByRole('button', { name: 'Coach or mark as best practice' }).first()
  await add.click()
  await say('Ask for the budget there and then')
  await add.click()
  await manager.locator('.history').getByText('Best practice', { exact: true }).click()
  await choose(manager.getByLabel('An example for the stage'), 'Interest shown')
  await say('Walk the line before you talk of price')
  expect(await barriers(manager)).toEqual([])
  await picture(manager, 'coaching manager')

  await rep.goto(`/deals/${deals[1]}`)
  await rep.locator('summary').filter({ hasText: 'Best practice at this stage' }).click()
  await rep.getByText('Walk the line before you talk of price').waitFor()
  await picture(rep, 'coaching rep')
  await rep.getByRole('button', { name: /^Notifications/ }).click()
  await rep.getByText('A note of your manager: Ask for the budget there and then').waitFor()
})
