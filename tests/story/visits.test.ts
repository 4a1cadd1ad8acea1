import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { picture, sidewaysBy } from '../support/screen.ts'
import { arrive } from './arrive.ts'
import { askingAs } from './asking.ts'

const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const day = 86_400_000

let product: RunningProduct
let browser: Browser
let manager: Page
let rep: Page
let press: string

type Named = { id: string; name: string }

/** Rosa has two deals with one customer, has spoken with it, and asks Mira along twice. */
beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
  const house = { product, browser, admin: (await signedIn(browser, product.url, product.admin)).page }
  manager = await arrive(house, { name: 'Mira', role: 'Manager' })
  rep = await arrive(house, { name: 'Rosa', role: 'Sales rep' })
  for (const page of [manager, rep]) page.context().setDefaultTimeout(60_000)
  const ask = askingAs(rep)
  const { items } = await ask<{ items: Named[] }>('GET', '/segments')
  const segmentId = items.find(({ name }) => name === 'Enterprise software')?.id
  const open = async (name: string) =>
    (await ask<Named>('POST', '/deals', { segmentId, name, account: 'Harbour Mills' })).id
  press = await open('Press line')
  await open('Paint shop')
  const { model } = await ask<{ model: { objectionTypes: Named[]; stages: Named[] } }>('GET', `/deals/${press}`)
  await ask('POST', `/deals/${press}/interactions`, {
    interaction: { kind: 'visit', at: new Date().toISOString(), note: 'They showed us the old line', participants: [] },
    observations: [{ fact: 'element.pain', value: 'Changeovers take a day', grade: 'written' }],
  })
  await ask('POST', `/deals/${press}/objections`, {
    type: model.objectionTypes[0]?.id,
    statement: 'We just bought another',
    stage: model.stages[0]?.id,
  })
  const { id } = await askingAs(manager)<Named>('GET', '/me')
  for (const [days, meet] of [
    [4, 'Ada Lund, plant manager'],
    [11, 'Their buyer'],
  ] as const)
    await ask('POST', `/deals/${press}/support-requests`, {
      name: 'Come along to their plant',
      details: 'They doubt that we can deliver in time.',
      of: {
        kind: 'manager',
        manager: id,
        visit: { at: new Date(Date.now() + days * day).toISOString(), meet },
      },
    })
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

it('a manager knows before a visit what is open there, comes along, proposes another time for the next, and declines with a reason', async () => {
  onTestFailed(() => picture(manager, 'failed visits'))
  await manager.goto('/cohort')
  await manager.getByRole('link', { name: 'Visits to accompany' }).click()
  const cards = manager.getByRole('listitem', { name: 'Visit for Press line' })
  const first = cards.filter({ hasText: 'Ada Lund, plant manager' })
  await first.locator('summary').click()
  await first.getByText('“We just bought another”').first().waitFor()
  await first.getByText('They showed us the old line').waitFor()
  await picture(manager, 'visits wide')
  expect(await barriers(manager)).toEqual([])
  await first.getByRole('button', { name: 'Come along' }).click()
  await first.getByText('you come along').waitFor()

  const second = cards.filter({ hasText: 'Their buyer' })
  await second.getByRole('button', { name: 'Ask, or propose another time' }).click()
  await second.getByRole('textbox').first().fill('Could it be a week later?')
  await second.getByRole('button', { name: 'Ask the seller' }).click()
  await second.getByText('waits for the seller').waitFor()
  await second.getByRole('button', { name: 'Decline' }).click()
  await second.getByLabel('Why you do not come along').fill('I am abroad that month')
  await second.getByRole('button', { name: 'Decline' }).click()
  await expect.poll(() => cards.count()).toBe(1)
  await manager.getByText('Over', { exact: true }).click()
  await manager.getByText('I am abroad that month').waitFor()
  await picture(manager, 'visits over')

  await manager.setViewportSize(phone)
  await manager.goto('/cohort/visits')
  await first.waitFor()
  await picture(manager, 'visits phone')
  expect(await sidewaysBy(manager)).toBe(0)
  await manager.setViewportSize(wide)
})

it('a manager marks a key account and sees there all its deals, what holds them, the next visit and what was said', async () => {
  onTestFailed(() => picture(manager, 'failed key accounts'))
  await manager.goto('/cohort/accounts')
  await manager.getByRole('button', { name: 'Mark a key account' }).click()
  const drawer = manager.getByRole('dialog')
  await drawer.getByRole('combobox', { name: 'Account' }).fill('Harbour')
  await manager.locator('.ant-select-item-option').filter({ hasText: 'Harbour Mills' }).click()
  await drawer.getByLabel('Reason').fill('A third of our sales')
  await drawer.getByRole('button', { name: 'Mark it' }).click()
  await manager.getByRole('heading', { name: 'Harbour Mills', exact: true }).waitFor()
  await manager.getByText('A third of our sales').waitFor()
  for (const name of ['Press line', 'Paint shop']) await manager.getByRole('row', { name: new RegExp(name) }).waitFor()
  expect(await manager.getByRole('row', { name: /Press line/ }).textContent()).toContain('We just bought another')
  await manager.getByText('Ada Lund, plant manager').waitFor()
  expect(await manager.locator('.cohort-views [aria-current]').allTextContents()).toEqual(['Key accounts'])
  await picture(manager, 'key account wide')
  expect(await barriers(manager)).toEqual([])
  await manager.setViewportSize(phone)
  await picture(manager, 'key account phone')
  expect(await sidewaysBy(manager)).toBe(0)
  await manager.setViewportSize(wide)
  await manager.getByRole('button', { name: 'No key account any more' }).click()
  await manager.getByRole('tooltip').getByRole('button', { name: 'No key account any more' }).click()
  await manager.getByText('No key account yet').waitFor()
})
