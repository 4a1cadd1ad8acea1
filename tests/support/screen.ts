import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { vi } from 'vitest'

/** Opens a list of choices and takes the one that reads `option`. */
export async function choose(list: Locator, option: string): Promise<void> {
  await list.click()
  const id = await list.getAttribute('aria-controls')
  await take(
    list
      .page()
      .locator('.ant-select-dropdown', { has: list.page().locator(`[id="${id}"]`) })
      .locator(`.ant-select-item-option[title="${option}"]`),
  )
}

/**
 * Clicks one of a list that has just opened. On a machine that is busy such a list may still move between press and release,
 * which then take nothing: it stays as it is, and whoever sees that clicks again.
 */
export async function take(choice: Locator): Promise<void> {
  await choice.click()
  const isTaken = () =>
    choice.evaluateAll((found) =>
      found.every(
        (one) =>
          !one.checkVisibility() || one.getAttribute('aria-selected') === 'true' || one.className.includes('-selected'),
      ),
    )
  await vi.waitUntil(isTaken, { timeout: 3_000 }).catch(() => choice.click({ timeout: 3_000 }))
}

/** Takes several of a list that stays open meanwhile, and closes it. */
export async function chooseAll(list: Locator, options: readonly string[]): Promise<void> {
  for (const option of options) await choose(list, option)
  // Escape would close a drawer around it, where the list is closed already.
  await list.blur()
}

/** Drags from the middle of one thing to the middle of another, once the picture has come to rest. */
export async function drag(from: Locator, to: Locator): Promise<void> {
  const { mouse } = from.page()
  await untilAtRest(from)
  await from.hover()
  await mouse.down()
  await to.hover()
  await mouse.up()
}

/** Waits until a thing moves no more, as after the picture was made to fit. */
export async function untilAtRest(thing: Locator): Promise<void> {
  let before = ''
  const isAtRest = async () => {
    const now = JSON.stringify(await thing.boundingBox())
    const isSame = now === before
    before = now
    return isSame
  }
  await vi.waitUntil(isAtRest, { timeout: 10_000, interval: 200 })
}

/**
 * How many pixels the page's content reaches beyond its width, 0 where nothing scrolls sideways; a page that was made
 * narrower has three seconds to lay itself out again.
 */
export async function sidewaysBy(page: Page): Promise<number> {
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return vi.waitUntil(async () => (await beyond()) <= 0, { timeout: 3_000 }).then(() => 0, beyond)
}

/** Keeps a picture of the page, where KEYNODE_SCREENSHOTS names a folder, under the system's folder for such things. */
export async function picture(page: Page, name: string): Promise<void> {
  const wanted = process.env.KEYNODE_SCREENSHOTS
  if (!wanted) return
  const folder = join(tmpdir(), wanted)
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
