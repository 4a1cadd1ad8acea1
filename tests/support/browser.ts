import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../launch/find-browser.ts'

/** Nothing that asks the outside world, and nothing that a container lacks. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function aBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: flags })
}

export type Person = { page: Page; context: BrowserContext }

/** Somebody at a browser of their own, signed in to the product at `url`. */
export async function signedIn(
  browser: Browser,
  url: string,
  { email, password }: { email: string; password: string },
): Promise<Person> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  return { page, context }
}
