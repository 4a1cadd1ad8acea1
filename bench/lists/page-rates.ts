import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { findBrowser } from '../../launch/find-browser.ts'
import { quantile } from '../measure.ts'
import type { Crowd } from './crowd.ts'
import { addressOf, password } from './make-lists.ts'

/** How long a page takes until somebody can work with it, in milliseconds. */
export type PageRate = { page: string; p50: number; p95: number }

type Way = { page: string; open(): Promise<unknown>; usable: Locator }

const rounds = 20

/** A seller’s Today and a deal, by their addresses and by a click, in a browser that has the product’s code already. */
export async function pageRates({ url, db }: Crowd): Promise<PageRate[]> {
  const seller = await db.user.findUniqueOrThrow({ where: { email: addressOf('rep') } })
  // The newest stands first on the list.
  const deal = await db.deal.findFirstOrThrow({
    where: { ownerId: seller.id, status: 'open' },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, name: true },
  })
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] })
  try {
    const page = await signedIn(browser, url)
    const today = page
      .getByRole('list', { name: /^Stages of / })
      .getByRole('button')
      .first()
    const recording = page.getByRole('button', { name: 'Record an interaction' }).first()
    const address = `/deals/${deal.id}`
    const ways: Way[] = [
      { page: 'Today, by its address', open: () => page.goto('/tasks'), usable: today },
      {
        page: 'Today, by a click',
        open: () => page.getByRole('link', { name: 'Today', exact: true }).click(),
        usable: today,
      },
      { page: 'a deal, by its address', open: () => page.goto(address), usable: recording },
      {
        page: 'a deal, by a click',
        open: () => page.getByRole('link', { name: deal.name }).first().click(),
        usable: recording,
      },
    ]
    const rates: PageRate[] = []
    for (const way of ways) rates.push(await pageRate(page, way))
    return rates
  } finally {
    await browser.close()
  }
}

async function pageRate(page: Page, { page: name, open, usable }: Way): Promise<PageRate> {
  const took: number[] = []
  for (let round = 0; round <= rounds; round++) {
    await page.goto('/deals')
    await page.getByRole('table').waitFor()
    const begun = performance.now()
    await open()
    await usable.waitFor()
    took.push(performance.now() - begun)
  }
  // The first one fetches code.
  const sorted = took.slice(1).sort((a, b) => a - b)
  return { page: name, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }
}

async function signedIn(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', viewport: { width: 1440, height: 900 } })
  const answer = await context.request.post('/api/auth/sign-in/email', {
    data: { email: addressOf('rep'), password },
    headers: { origin: url },
  })
  if (!answer.ok()) throw new Error(`The bench could not sign in: ${await answer.text()}`)
  return context.newPage()
}
