import type { Browser, Page } from 'playwright-core'
import { signedIn } from '../support/browser.ts'
import type { RunningProduct } from '../support/running-product.ts'
import { makeUser } from './admin.ts'

type House = { product: RunningProduct; browser: Browser; admin: Page }
type Newcomer = { name: string; role: string; departments?: readonly string[] }

/** Somebody for whom an administrator makes a user, at a browser of their own; by their first name they are written to. */
export async function arrive({ product, browser, admin }: House, { name, ...is }: Newcomer): Promise<Page> {
  const [first = name] = name.split(' ')
  const signIn = { email: `${first.toLowerCase()}@example.com`, password: 'correct horse battery' }
  await makeUser(admin, { name, ...signIn, ...is })
  return (await signedIn(browser, product.url, signIn)).page
}
