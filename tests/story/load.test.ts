import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { choose, picture, sidewaysBy } from '../support/screen.ts'
import { arrive } from './arrive.ts'
import { askingAs } from './asking.ts'

let product: RunningProduct
let browser: Browser
let manager: Page

/** Ann has four of legal's requests and nobody else has any: Ben has just joined. */
beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
  const house = { product, browser, admin: (await signedIn(browser, product.url, product.admin)).page }
  const legal = { role: 'Resource owner', departments: ['Legal'] }
  manager = await arrive(house, { name: 'Mira', role: 'Manager' })
  manager.context().setDefaultTimeout(20_000)
  await arrive(house, { name: 'Ann Abel', ...legal })
  const ask = askingAs(house.admin)
  const { items } = await ask<{ items: { id: string; name: string }[] }>('GET', '/segments')
  const segmentId = items.find(({ name }) => name === 'Enterprise software')?.id
  for (const n of [1, 2, 3, 4]) {
    const { id } = await ask<{ id: string }>('POST', '/deals', { segmentId, name: `Press line ${n}`, account: 'Acme' })
    const due = new Date(Date.now() + n * 86_400_000).toISOString()
    const of = { kind: 'department', department: 'legal' }
    await ask('POST', `/deals/${id}/support-requests`, { name: 'Look at their terms', of, due })
  }
  await arrive(house, { name: 'Ben Bauer', ...legal })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const board = () => manager.getByRole('region', { name: 'Who has what in Legal' })
const openOf = (name: string) =>
  board()
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .getByRole('cell')
    .nth(1)

it('a process owner sees who has too much, tries out what would help, and carries it out', async () => {
  onTestFailed(() => picture(manager, 'failed load'))
  await manager.goto('/load')
  await manager.getByRole('button', { name: 'Legal', exact: true }).click()
  await expect.poll(() => openOf('Ann Abel').textContent()).toBe('4 of any number')
  const whatIf = manager.getByRole('region', { name: 'What if …' })
  await choose(whatIf.getByLabel('From', { exact: true }), 'Ann Abel')
  await choose(whatIf.getByLabel('To', { exact: true }), 'Ben Bauer')
  await whatIf.getByLabel('How many, the soonest due first').fill('2')
  await whatIf.getByRole('button', { name: 'Suppose it' }).click()
  await whatIf.getByText('2 requests go from Ann Abel to Ben Bauer.').waitFor()
  await whatIf.getByText('Capacity', { exact: true }).click()
  await choose(whatIf.getByLabel('Who'), 'Ann Abel')
  await whatIf.getByRole('spinbutton').fill('3')
  await whatIf.getByRole('button', { name: 'Suppose it' }).click()
  await expect.poll(() => openOf('Ann Abel').textContent()).toBe('4 2 of 3')
  await expect.poll(() => openOf('Ben Bauer').textContent()).toBe('0 2 of any number')
  expect(await barriers(manager)).toEqual([])
  await picture(manager, 'load supposed')
  await manager.setViewportSize({ width: 390, height: 844 })
  expect(await sidewaysBy(manager)).toBe(0)
  await picture(manager, 'load supposed narrow')
  await manager.setViewportSize({ width: 1440, height: 900 })

  await whatIf.getByRole('button', { name: 'Carry it out' }).click()
  await whatIf.getByText('2 requests shifted').waitFor({ timeout: 100_000 })
  await expect.poll(() => openOf('Ann Abel').textContent()).toBe('2 of 3')
  await expect.poll(() => openOf('Ben Bauer').textContent()).toBe('2 of any number')
  await picture(manager, 'load shifted')
})
