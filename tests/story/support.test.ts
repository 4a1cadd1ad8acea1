import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it, onTestFailed } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { choose, picture, sidewaysBy } from '../support/screen.ts'
import { arrive } from './arrive.ts'
import { askingAs } from './asking.ts'
import { dealPage } from './rep.ts'

const phone = { width: 390, height: 844 }
const legal = { role: 'Resource owner', departments: ['Legal'] }
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
/** As a browser's field for an instant wants it. */
const asTyped = (at: string) =>
  new Date(Date.parse(at) - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16)

let product: RunningProduct
let browser: Browser
let rosa: Page
let mira: Page
let ann: Page
let ben: Page
let house: { product: RunningProduct; browser: Browser; admin: Page }
let press: string
let paint: string
let isBroken = false

/** A purchase of which something is known, and a department that keeps working hours. Ben joins later. */
beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
  house = { product, browser, admin: (await signedIn(browser, product.url, product.admin)).page }
  mira = await arrive(house, { name: 'Mira', role: 'Manager' })
  rosa = await arrive(house, { name: 'Rosa Reed', role: 'Sales rep' })
  ann = await arrive(house, { name: 'Ann Abel', ...legal })
  for (const page of [mira, rosa, ann]) page.context().setDefaultTimeout(60_000)
  const hours = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '18:00' }]
  const calendar = { timeZone: 'Europe/Vienna', hours, closedOn: [] }
  await askingAs(mira)('PUT', '/departments/legal/availability', { calendar })
  const ask = askingAs(rosa)
  const { items } = await ask<{ items: { id: string; name: string }[] }>('GET', '/segments')
  const segmentId = items.find(({ name }) => name === 'Enterprise software')?.id
  const opens = async (name: string) =>
    (await ask<{ id: string }>('POST', '/deals', { segmentId, name, account: 'Harbour Mills' })).id
  ;[press, paint] = [await opens('Press line'), await opens('Paint shop')]
  await ask('POST', `/deals/${press}/interactions`, {
    interaction: { kind: 'visit', at: new Date().toISOString(), note: 'At their plant' },
    observations: [
      { fact: 'element.pain', value: 'Changeovers take a day', grade: 'written', evidence: 'Minutes of the visit' },
      { fact: 'attribute.amount', value: 40_000 },
    ],
  })
  const of = { kind: 'department', department: 'legal' }
  await ask('POST', `/deals/${paint}/support-requests`, { name: 'A look at their NDA', of, due: inDays(5) })
}, 240_000)
beforeEach(({ skip }) => {
  skip(isBroken, 'a chapter before it failed')
  onTestFailed(async () => {
    isBroken = true
    for (const [who, page] of Object.entries({ rosa, ann, ben, mira })) if (page) await picture(page, `failed ${who}`)
  })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Looks at what stands on somebody's screen, and that it keeps nobody out. */
async function look(page: Page, what: string): Promise<void> {
  await picture(page, what)
  expect(await barriers(page)).toEqual([])
}

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name }) })

async function open(page: Page, name: string): Promise<void> {
  await page.goto('/queue')
  await page.getByRole('link', { name }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

it('a rep asks legal with a file, and the request stands in the queue by its due time in working hours', async () => {
  await ann.getByRole('link', { name: 'A look at their NDA' }).waitFor()
  await rosa.goto(`/deals/${press}`)
  const { panel } = dealPage(rosa)
  await panel('Support requests').getByRole('button', { name: 'Ask for support' }).click()
  const form = panel('Support requests').locator('form')
  await choose(form.getByRole('combobox', { name: 'Department' }), 'Legal')
  await form.getByLabel('What is needed').fill('Review of the terms')
  await form.getByLabel('What they have to know').fill('Their own paper; page 12 is what worries us')
  await form.locator('input[type=file]').setInputFiles({
    name: 'terms.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Page 12: the seller is liable for all.'),
  })
  await form.getByRole('link', { name: 'terms.txt' }).waitFor()
  await form.getByLabel('Needed by').fill(asTyped(inDays(2)))
  await form.getByRole('button', { name: 'Ask', exact: true }).click()
  await form.waitFor({ state: 'hidden' })

  const asked = rowOf(ann, 'Review of the terms')
  await asked.getByText(/\d+ hours of working time left/).waitFor()
  await expect.poll(() => ann.getByRole('row').nth(1).textContent()).toContain('Review of the terms')
  await look(ann, 'queue')
  await ann.getByRole('button', { name: 'Due' }).click()
  await expect.poll(() => ann.getByRole('row').nth(1).textContent()).toContain('A look at their NDA')
  expect(new URL(ann.url()).search).toContain('direction=down')
})

it('its department reads what the deal knows of it, without being let into the deal', async () => {
  await open(ann, 'Review of the terms')
  await region(ann, 'What is known of this purchase').getByText('Changeovers take a day').waitFor()
  await region(ann, 'What is known of this purchase').getByText('Minutes of the visit').waitFor()
  await region(ann, 'What is asked for').getByText('page 12 is what worries us').waitFor()
  const [file] = await Promise.all([ann.waitForEvent('download'), ann.getByRole('link', { name: 'terms.txt' }).click()])
  expect(file.suggestedFilename()).toBe('terms.txt')
  await look(ann, 'request')
  const answer = await ann.request.get(`/api/v1/deals/${press}`)
  expect(answer.status()).toBe(403)
})

it('while the rep answers what legal asks, the clock stands on both screens', async () => {
  const held = region(ann, 'Who has it')
  await held.getByRole('button', { name: 'Accept' }).click()
  await held.getByText(/accepted/).waitFor()
  await held.getByRole('button', { name: 'Ask the seller' }).click()
  await held.getByLabel('Your question to Rosa Reed').fill('Which law do they want?')
  await held.getByRole('button', { name: 'Ask the seller' }).click()
  await held.getByText('The clock stands while Rosa Reed answers').waitFor()
  await look(ann, 'request clock stands')

  await rosa.goto(`/deals/${press}`)
  await dealPage(rosa).panel('Support requests').getByText('clock stands: the seller answers first').waitFor()
  await rosa.goto('/tasks')
  const owed = rosa.getByRole('listitem', { name: 'Which law do they want?' })
  await owed.getByText('Ann Abel, Legal').waitFor()
  await look(rosa, 'today question')
  await owed.getByRole('button', { name: 'Answer', exact: true }).click()
  await owed.getByLabel(/Your answer/).fill('Austrian law, seat in Vienna')
  await owed.getByRole('button', { name: 'Send answer' }).click()
  await owed.waitFor({ state: 'hidden' })

  await held.getByText('Austrian law, seat in Vienna').waitFor()
  await held.getByText('The clock stands while').waitFor({ state: 'hidden' })
  await ann.getByText(/\d+ hours of working time left/).waitFor()
})

it('from the page of the team a request is handed over to who has room, who finds it in their queue', async () => {
  ben = await arrive(house, { name: 'Ben Bauer', ...legal })
  ben.context().setDefaultTimeout(60_000)
  await ann.getByRole('link', { name: 'Team' }).click()
  const mine = region(ann, 'Ann Abel (you)')
  await mine.getByRole('row').nth(2).waitFor()
  await region(ann, 'Ben Bauer').getByText('Nothing is open here').waitFor()
  await look(ann, 'team')
  await mine.getByRole('button', { name: 'Hand over “A look at their NDA” of Paint shop' }).click()
  const drawer = ann.getByRole('dialog', { name: 'Hand over' })
  await choose(drawer.getByLabel('To whom'), 'Ben Bauer')
  await drawer.getByLabel('Note').fill('You know their counsel')
  await look(ann, 'team hand over')
  await drawer.getByRole('button', { name: 'Hand over' }).click()
  await region(ann, 'Ben Bauer').getByRole('link', { name: 'A look at their NDA' }).waitFor()
  await rowOf(ben, 'A look at their NDA').getByText('me', { exact: true }).waitFor()
  await ben.getByRole('link', { name: 'Team' }).click()
  await region(ben, 'Ann Abel').getByRole('link', { name: 'Review of the terms' }).waitFor()
  expect(
    await region(ben, 'Ann Abel')
      .getByRole('button', { name: /Hand over/ })
      .count(),
  ).toBe(0)
})

it('who is away names a delegate, and the delegate takes over what they have', async () => {
  await ben.getByRole('button', { name: 'Hours and people' }).click()
  const drawer = ben.getByRole('dialog', { name: 'Hours and people' })
  await choose(drawer.getByLabel('Who is away'), 'Ben Bauer')
  const day = (days: number) => inDays(days).slice(0, 10)
  const [first, last] = [drawer.getByPlaceholder('Start date'), drawer.getByPlaceholder('End date')]
  await first.click()
  await first.fill(day(0))
  await first.press('Enter')
  await last.fill(day(9))
  await last.press('Enter')
  await choose(drawer.getByLabel('Who stands in'), 'Ann Abel')
  await drawer.getByRole('button', { name: 'Record absence' }).click()
  await drawer.getByText('Ann Abel stands in').waitFor()
  await look(ben, 'absence')

  await ann.reload()
  const his = region(ann, 'Ben Bauer')
  await his.getByText(/^away /).waitFor()
  await his.getByText('Ann Abel stands in').waitFor()
  await look(ann, 'team away')
  await his.getByRole('button', { name: 'Hand over “A look at their NDA” of Paint shop' }).click()
  const giving = ann.getByRole('dialog', { name: 'Hand over' })
  await choose(giving.getByLabel('To whom'), 'Ann Abel')
  await giving.getByRole('button', { name: 'Hand over' }).click()
  await region(ann, 'Ann Abel (you)').getByRole('link', { name: 'A look at their NDA' }).waitFor()
})

it('a request is declined with a reason, asked again with what changed, and answered with a file that the rep saves', async () => {
  await open(ann, 'A look at their NDA')
  await ann.getByRole('radio', { name: /^Decline/ }).check()
  await ann.getByRole('button', { name: 'Send answer' }).click()
  await ann.getByText('Say why: the seller has to know what to do next').waitFor()
  await ann.getByLabel('Why, and what would have to change').fill('We need their draft first')
  await look(ann, 'request declined')
  await ann.getByRole('button', { name: 'Send answer' }).click()
  await ann.getByText('A look at their NDA: declined. The deal has your answer.').waitFor()

  await rosa.goto(`/deals/${paint}`)
  const support = dealPage(rosa).panel('Support requests')
  await support.getByText('We need their draft first').waitFor()
  await support.getByRole('button', { name: 'Ask again' }).click()
  await support.getByLabel('What changed, in one line').fill('Their draft is here')
  await support.getByRole('button', { name: 'Ask again' }).click()
  await support.getByText('Asked again: Their draft is here').waitFor()

  await open(ann, 'A look at their NDA')
  await ann.getByText('Asked again. What changed: Their draft is here').waitFor()
  await ann.getByRole('radio', { name: /^Answer/ }).check()
  await ann.getByLabel('Note', { exact: true }).fill('Sign it as marked')
  await ann.locator('.answer input[type=file]').setInputFiles({
    name: 'nda-marked.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Clause 4 struck.'),
  })
  await ann.getByRole('link', { name: 'nda-marked.txt' }).waitFor()
  await ann.getByLabel('Hours spent, if you keep them').fill('1.5')
  await look(ann, 'request answered with a file')
  await ann.getByRole('button', { name: 'Send answer' }).click()
  await ann.getByText('A look at their NDA: answered. The deal has your answer.').waitFor()

  await support.getByText('Sign it as marked').waitFor()
  const [file] = await Promise.all([
    rosa.waitForEvent('download'),
    support.getByRole('link', { name: 'nda-marked.txt' }).click(),
  ])
  const saved = []
  for await (const chunk of await file.createReadStream()) saved.push(chunk)
  expect(Buffer.concat(saved).toString()).toBe('Clause 4 struck.')
  await dealPage(rosa).panel('History').getByText('A look at their NDA: handed over to Ben Bauer').waitFor()
  await look(rosa, 'deal answered')
})

it('legal locks a deal, the rep sees who holds it and why, and it is unlocked again', async () => {
  await rosa.goto(`/deals/${press}`)
  await open(ann, 'Review of the terms')
  const lock = region(ann, 'Locked')
  await lock.getByRole('button', { name: 'Lock for Legal' }).click()
  await lock.getByLabel('Reason, in one line').fill('Their owner is on a sanctions list')
  await lock.getByRole('button', { name: 'Lock the deal' }).click()
  await lock.getByText('Legal has locked this deal:').waitFor()
  await look(ann, 'request locked')

  const held = region(rosa, 'Locked')
  await held.getByText('Their owner is on a sanctions list').waitFor()
  expect(await held.getByRole('button', { name: 'Unlock' }).count()).toBe(0)
  await look(rosa, 'deal locked')

  await lock.getByRole('button', { name: 'Unlock for Legal' }).click()
  await lock.getByLabel('Note').fill('It was a namesake')
  await lock.getByRole('button', { name: 'Unlock', exact: true }).click()
  await held.waitFor({ state: 'hidden' })
})

it('what is done is filtered by who had it, and a view of it is kept', async () => {
  await ann.goto('/queue')
  await ann.getByText('Done', { exact: true }).click()
  await expect.poll(() => ann.getByRole('row').count()).toBe(3)
  await choose(ann.getByRole('combobox', { name: 'With' }), 'Ben Bauer')
  await ann.getByText('No request fits these filters').waitFor()
  await look(ann, 'queue filtered')
  await ann.getByRole('button', { name: 'Show all' }).click()
  await ann.getByRole('button', { name: 'Answered' }).click()
  await expect.poll(() => new URL(ann.url()).search).toContain('direction=up')
  await look(ann, 'queue done')
})

it('all of it fits a phone, in Chinese and in the dark', async () => {
  const { items } = await askingAs(ann)<{ items: { dealId: string; id: string }[] }>('GET', '/support-requests')
  const pages = {
    queue: ['/queue', 'Review of the terms'],
    team: ['/team', 'Review of the terms'],
    request: [`/queue/${items[0]?.dealId}/${items[0]?.id}`, 'Which law do they want?'],
  }
  await ann.setViewportSize(phone)
  for (const dark of [false, true]) {
    await ann.evaluate((dark) => {
      localStorage.setItem('keynode.language', dark ? 'zh-Hant' : 'en')
      localStorage.setItem('keynode.preferences', JSON.stringify({ state: { dark }, version: 0 }))
    }, dark)
    for (const [name, [path = '', shows = '']] of Object.entries(pages)) {
      await ann.goto(path)
      await ann.getByText(shows).filter({ visible: true }).first().waitFor()
      await look(ann, `${name} phone${dark ? ' chinese dark' : ''}`)
      expect(await sidewaysBy(ann)).toBe(0)
    }
  }
  await ann.setViewportSize({ width: 1440, height: 900 })
  await ann.goto('/team')
  await ann.getByText('Review of the terms').waitFor()
  await look(ann, 'team chinese dark')
})
