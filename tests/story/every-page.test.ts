import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { weighed } from '../../bench/page-weight.ts'
import { router } from '../../designer/router.tsx'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { picture, sidewaysBy } from '../support/screen.ts'
import { makeUser } from './admin.ts'
import { type House, houseAtWork } from './house-at-work.ts'

type Opened = { who: string; shows: string; segmentId?: keyof House }

/** Each page as the router has it, who opens it, and what stands there once it is all there. */
const pages = {
  '/sign-in': { who: 'nobody', shows: 'Password' },
  '/unsubscribe/$token': { who: 'nobody', shows: 'This link is not whole' },
  '/': { who: 'manager', shows: 'Press line 3' },
  '/segments': { who: 'ops', shows: 'Enterprise software' },
  '/segments/$segmentId': { who: 'ops', shows: 'Requirements shared' },
  '/segments/$segmentId/leads': { who: 'manager', shows: 'Harbour Café 4', segmentId: 'funnelId' },
  '/base-models': { who: 'ops', shows: 'How plants buy' },
  '/base-models/$baseId': { who: 'ops', shows: 'Requirements shared' },
  '/segments/$segmentId/versions': { who: 'ops', shows: 'Stage “Problem disclosed” is gone.' },
  '/base-models/$baseId/versions': { who: 'ops', shows: 'What the last quarter taught' },
  '/segments/$segmentId/move/$version': { who: 'ops', shows: 'Press line 3' },
  '/segments/$segmentId/moves/$moveId': { who: 'ops', shows: 'Press line 2' },
  '/tasks': { who: 'rep', shows: 'Press line 3' },
  '/deals': { who: 'rep', shows: 'Press line 3' },
  '/deals/$dealId': { who: 'rep', shows: 'We just bought another' },
  '/leads': { who: 'manager', shows: 'Harbour Café 4' },
  '/queue': { who: 'resource-owner', shows: 'Look at their terms' },
  '/queue/$dealId/$requestId': { who: 'resource-owner', shows: 'Look at their terms' },
  '/team': { who: 'resource-owner', shows: 'Look at their terms' },
  '/cohort': { who: 'manager', shows: 'Press line 3' },
  '/cohort/visits': { who: 'manager', shows: 'The plant manager' },
  '/cohort/accounts': { who: 'manager', shows: 'A third of our sales' },
  '/reviews': { who: 'manager', shows: 'Spring review' },
  '/reviews/$reviewId': { who: 'manager', shows: 'What was agreed' },
  '/objections': { who: 'manager', shows: 'We just bought another' },
  '/deviations': { who: 'manager', shows: 'They asked to see one' },
  '/load': { who: 'manager', shows: 'Who has what in' },
  '/routing': { who: 'ops', shows: 'Add a rule' },
  '/people': { who: 'admin', shows: 'rep@example.com' },
  '/notifications': { who: 'rep', shows: 'Something is asked of you' },
  '/delivery': { who: 'admin', shows: 'ECONNREFUSED' },
} as const satisfies Record<string, Opened>
type Path = keyof typeof pages

const screens = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]
const roles = { rep: 'Sales rep', ops: 'Sales operations', manager: 'Manager', 'resource-owner': 'Resource owner' }

/** Mails are set up, and the server is away: so there is something to show of both. */
const withoutMailServer = { KEYNODE_SMTP_URL: 'smtp://127.0.0.1:9', KEYNODE_MAIL_FROM: 'Keynode <keynode@example.com>' }

let product: RunningProduct
let browser: Browser
let house: House
const people = new Map<string, Page>()

beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(withoutMailServer), aBrowser()])
  const nobody = await (await browser.newContext({ baseURL: product.url, locale: 'en-GB' })).newPage()
  const admin = await atWork(product.admin)
  await nobody.goto('/sign-in')
  people.set('nobody', nobody).set('admin', admin)
  const password = 'correct horse battery'
  for (const [who, role] of Object.entries(roles)) {
    const departments = who === 'resource-owner' ? { departments: ['Legal'] } : {}
    await makeUser(admin, { name: who, email: `${who}@example.com`, password, role, ...departments })
  }
  const arrive = async (who: string) => {
    const page = await atWork({ email: `${who}@example.com`, password })
    people.set(who, page)
    return page
  }
  const [rep, ops, manager, legal] = [
    await arrive('rep'),
    await arrive('ops'),
    await arrive('manager'),
    await arrive('resource-owner'),
  ]
  house = await houseAtWork({ rep, ops, manager, 'resource-owner': legal })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function atWork(signIn: { email: string; password: string }): Promise<Page> {
  const { page, context } = await signedIn(browser, product.url, signIn)
  context.setDefaultTimeout(30_000)
  return page
}

it('every page that the product has is looked at here', () => {
  expect(Object.keys(router.routesByPath).toSorted()).toEqual(Object.keys(pages).toSorted())
})

it.each(Object.keys(pages) as Path[])('%s keeps nobody out, wide and narrow, light and dark', async (path) => {
  const { who, shows, segmentId = 'segmentId' }: Opened = pages[path]
  const page = people.get(who) as Page
  const address = path.replaceAll(/\$(\w+)/g, (_, name: keyof House) => house[name === 'segmentId' ? segmentId : name])
  const found: string[] = []
  for (const dark of [false, true]) {
    await page.evaluate((state) => localStorage.setItem('keynode.preferences', JSON.stringify({ state, version: 0 })), {
      dark,
    })
    for (const screen of screens) {
      await page.setViewportSize(screen)
      await page.goto(address)
      await page.getByText(shows).filter({ visible: true }).first().waitFor()
      const name = `${path.slice(1).replaceAll(/\W+/g, '-') || 'home'} ${dark ? 'dark' : 'light'} ${screen.width}`
      await picture(page, name)
      const beyond = await sidewaysBy(page)
      if (beyond) found.push(`${name}: scrolls sideways by ${beyond} px`)
      found.push(...(await barriers(page)).map((barrier) => `${name}: ${barrier}`))
    }
  }
  expect(found).toEqual([])
})

it('what somebody has to load to sign in is below 250 kB', async () => {
  const newcomer = await (await browser.newContext({ baseURL: product.url, locale: 'en-GB' })).newPage()

  expect((await weighed(newcomer, '/sign-in')).all).toBeLessThan(250_000)
})

it('rooms that are folded stay so, and on a phone all of them are behind one button', async () => {
  const page = people.get('manager') as Page
  const rooms = page.getByRole('navigation', { name: 'Rooms' })
  await page.evaluate(() => localStorage.removeItem('keynode.preferences'))
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/deals')
  await page.getByRole('button', { name: 'Show only signs' }).click()
  await page.reload()
  await page.getByRole('button', { name: 'Show names' }).waitFor()
  expect(await barriers(page)).toEqual([])
  await rooms.getByRole('link', { name: 'Objections' }).press('Enter')
  await page.getByRole('heading', { name: 'Objections', level: 1 }).waitFor()
  expect(await rooms.locator('[aria-current=page]').allTextContents()).toEqual(['Objections'])

  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Menu' }).click()
  await rooms.getByRole('link', { name: 'Reviews' }).waitFor()
  await picture(page, 'menu 390')
  expect(await barriers(page)).toEqual([])
  await rooms.getByRole('link', { name: 'Reviews' }).click()
  await page.getByRole('heading', { name: 'Reviews', level: 1 }).waitFor()
  await expect.poll(() => rooms.isVisible()).toBe(false)
})
