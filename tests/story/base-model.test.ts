import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { choose, picture } from '../support/screen.ts'
import { atTheBoard } from './ops.ts'

const base = 'How plants buy'
const segment = 'Hospitals'

/** What segments have in common is drawn once, and changes. Its chapters build on each other. */
describe('a base that a segment rests on', () => {
  let product: RunningProduct
  let browser: Browser
  let page: Page
  let board: ReturnType<typeof atTheBoard>

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
    const person = await signedIn(browser, product.url, product.admin)
    person.context.setDefaultTimeout(15_000)
    page = person.page
    board = atTheBoard(page)
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  const drawer = () => page.getByRole('dialog', { name: 'Common and our own' })
  const otherwise = () => drawer().getByRole('listitem').allTextContents()
  const openDrawer = () => page.getByRole('button', { name: /^Base:/ }).click()

  async function open(room: string, name: string): Promise<void> {
    await page.getByRole('link', { name: room, exact: true }).click()
    await page.getByRole('link', { name: `Open the drawing of ${name}` }).click()
    await board.stageCard('Problem disclosed').waitFor()
  }

  async function rename(stage: string, name: string): Promise<void> {
    await board.select(stage)
    const line = board.inspector.getByLabel('Name', { exact: true })
    await line.fill(name)
    await line.press('Enter')
    await board.stageCard(name).waitFor()
  }

  async function publish(): Promise<void> {
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('button', { name: 'Publish version' }).click()
    await page.getByText(/Version \d+ is published/).waitFor()
  }

  it('a base begins as a copy of what one segment has drawn, and is published', async () => {
    onTestFailed(() => picture(page, 'failed base'))
    await page.getByRole('link', { name: 'Base models', exact: true }).click()
    await page.getByRole('button', { name: 'New base model' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'New base model' })
    await dialog.getByLabel('Name').fill(base)
    await choose(dialog.getByLabel('Start from'), 'Enterprise software')
    await dialog.getByRole('button', { name: 'Create base model' }).click()
    await board.stageCard('Interest shown').waitFor()
    await publish()
  })

  it('a new segment begins on it, and says in sentences what it does otherwise', async () => {
    onTestFailed(() => picture(page, 'failed segment'))
    await page.getByRole('link', { name: 'Segments', exact: true }).click()
    await page.getByRole('button', { name: 'New segment' }).click()
    const dialog = page.getByRole('dialog', { name: 'New segment' })
    await dialog.getByLabel('Name').fill(segment)
    await dialog.getByRole('radio', { name: new RegExp(`^${base}`) }).check()
    await dialog.getByRole('button', { name: 'Create segment' }).click()
    await board.stageCard('Interest shown').waitFor()
    await rename('Interest shown', 'Need heard in person')
    await rename('Terms agreed', 'Terms agreed by all')
    await openDrawer()
    await expect
      .poll(otherwise)
      .toEqual([
        expect.stringContaining('Stage “Interest shown” is now called “Need heard in person”.'),
        expect.stringContaining('Stage “Terms agreed” is now called “Terms agreed by all”.'),
      ])
    expect(await barriers(page)).toEqual([])
  })

  it('one thing goes back to the base, and one undo brings it back', async () => {
    onTestFailed(() => picture(page, 'failed back'))
    await drawer()
      .getByRole('button', { name: /^Back to the base: Stage “Terms agreed”/ })
      .click()
    await expect.poll(otherwise).toHaveLength(1)
    await drawer().getByRole('button', { name: 'Close', exact: true }).click()
    await board.stageCard('Terms agreed').waitFor()
    expect(await board.stageCard('Terms agreed by all').count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await board.stageCard('Terms agreed by all').waitFor()
  })

  it('a new version of the base comes over once what both changed is settled, and undo takes it back', async () => {
    onTestFailed(() => picture(page, 'failed take-over'))
    await open('Base models', base)
    await rename('Interest shown', 'Need stated in writing')
    await rename('Problem disclosed', 'Problem disclosed by users')
    await publish()
    await open('Segments', segment)
    await openDrawer()
    await drawer().getByRole('button', { name: 'See what it changes' }).click()
    const dialog = page.getByRole('dialog', { name: `Take over version 2 of “${base}”` })
    await dialog.getByText('Stage “Problem disclosed” is now called “Problem disclosed by users”.').waitFor()
    const take = dialog.getByRole('button', { name: 'Take over', exact: true })
    expect(await take.isDisabled()).toBe(true)
    await dialog.getByRole('radio', { name: /^As the base has it now/ }).check()
    expect(await barriers(page)).toEqual([])
    await take.click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await otherwise()).toEqual([expect.stringContaining('Stage “Terms agreed”')])
    await drawer().getByRole('button', { name: 'Close', exact: true }).click()
    for (const name of ['Need stated in writing', 'Problem disclosed by users', 'Terms agreed by all'])
      await board.stageCard(name).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await board.stageCard('Need heard in person').waitFor()
  })
})
