import type { Page } from 'playwright-core'
import type { Screens } from './screens.ts'

/** What comes over the wire, packed, in bytes, before a page can be used by somebody who has nothing of the product yet. */
export type PageWeight = { page: string; code: number; all: number }

const pages = { 'sign-in': '/sign-in', segments: '/segments', deals: '/deals', people: '/people' }

/** The weight of the first page somebody opens, each with an empty cache; then of the designer. */
export async function pageWeights({ visit }: Screens, drawing: string): Promise<PageWeight[]> {
  const weights = []
  for (const [page, path] of Object.entries({ ...pages, designer: drawing })) {
    const visitor = await visit()
    if (page === 'sign-in') await visitor.context().clearCookies()
    weights.push({ page, ...(await weighed(visitor, path)) })
    await visitor.context().close()
  }
  return weights
}

/** What a page weighs for somebody who opens it first of all. */
export async function weighed(page: Page, path: string): Promise<{ code: number; all: number }> {
  const session = await page.context().newCDPSession(page)
  const isCode = new Set<string>()
  let [code, all] = [0, 0]
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script' || type === 'Stylesheet' || type === 'Document') isCode.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    all += encodedDataLength
    if (isCode.has(requestId)) code += encodedDataLength
  })
  await session.send('Network.enable')
  await page.goto(path, { waitUntil: 'load' })
  await page.locator('main, form').first().waitFor()
  // The live stream stays open, so the network never falls quite silent.
  await page.waitForTimeout(1500)
  return { code, all }
}
