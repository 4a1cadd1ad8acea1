import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../launch/find-browser.ts'
import { freePort } from '../launch/ports.ts'
import { firstSignIn } from '../launch/secrets.ts'
import { supervise } from '../launch/supervise.ts'

export type Screens = {
  browser: Browser
  url: string
  /** A page whose visitor has nothing of the product in the browser yet, signed in as the first administrator. */
  visit(): Promise<Page>
  stop(): Promise<void>
}

/** The product as `npm start` runs it, in a folder that goes with it, and a browser to look at it with. */
export async function startScreens(temporalCli: string): Promise<Screens> {
  const folder = mkdtempSync(join(tmpdir(), 'keynode-bench-'))
  const port = await freePort()
  const product = supervise(
    'product',
    'launch/start.ts',
    {
      ...process.env,
      KEYNODE_DATA: folder,
      KEYNODE_TEMPORAL_CLI: temporalCli,
      PORT: String(port),
      KEYNODE_PG_PORT: String(await freePort()),
      KEYNODE_TEMPORAL_PORT: String(await freePort()),
    },
    { pidFile: join(folder, 'product.pid'), readyAt: 'Keynode is up' },
  )
  await product.ready
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] })
  const url = `http://localhost:${port}`
  const { email, password } = firstSignIn(join(folder, 'first-sign-in.json'))
  return {
    browser,
    url,
    async visit() {
      const context = await browser.newContext({
        baseURL: url,
        locale: 'en-GB',
        viewport: { width: 1440, height: 900 },
      })
      const signedIn = await context.request.post('/api/auth/sign-in/email', {
        data: { email, password },
        headers: { origin: url },
      })
      if (!signedIn.ok()) throw new Error(`The bench could not sign in: ${await signedIn.text()}`)
      return context.newPage()
    },
    async stop() {
      await browser.close()
      await product.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
