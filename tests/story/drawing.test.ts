import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { picture } from '../support/screen.ts'
import { atTheBoard, startSegment } from './ops.ts'

/** Sales operations draws; each chapter begins with a segment of its own. */
describe('the drawing board', () => {
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

  const cards = () => page.locator('.react-flow__node-stage')
  const names = () => cards().locator('h3').allTextContents()

  /** A new segment with these stages in a row, all of them in view. */
  async function withStages(segment: string, ...stages: string[]): Promise<void> {
    onTestFailed(() => picture(page, `failed ${segment}`))
    await startSegment(page, segment)
    for (const stage of stages) await board.add('stage', stage)
    await board.inspector.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Show the stages' }).click()
  }

  async function choose(...stages: string[]): Promise<void> {
    await board.stageCard(stages[0] ?? '').click()
    for (const stage of stages.slice(1)) await board.stageCard(stage).click({ modifiers: ['ControlOrMeta'] })
  }

  it('several stages are chosen with a box, lined up, and put back by one undo', async () => {
    await withStages('Lined up', 'Need', 'Budget', 'Contract')
    await page.getByRole('button', { name: 'Choose with a box: drag around what you mean' }).click()
    const all = await page.locator('.react-flow__pane').boundingBox()
    await page.mouse.move((all?.x ?? 0) + 5, (all?.y ?? 0) + 60)
    await page.mouse.down()
    await page.mouse.move((all?.x ?? 0) + (all?.width ?? 0) - 10, (all?.y ?? 0) + (all?.height ?? 0) - 80, { steps: 8 })
    await page.mouse.up()
    const bar = page.getByRole('region', { name: '3 chosen' })
    await bar.waitFor()
    expect(await barriers(page)).toEqual([])
    const lefts = () => cards().evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left))
    const before = await lefts()
    await bar.getByRole('button', { name: 'Line up on the left' }).click()
    await expect.poll(async () => new Set(await lefts()).size).toBe(1)
    await page.keyboard.press('Control+z')
    await expect.poll(lefts).toEqual(before)
    await picture(page, 'several chosen')
  })

  it('what is copied in one segment is pasted into another, with its lines', async () => {
    await withStages('Copied from', 'Need', 'Budget')
    await board.connectByList('Need', 'Budget')
    await board.addPart('Need', 'element', 'Inquiry received')
    await choose('Need', 'Budget')
    await page.keyboard.press('Control+c')
    await withStages('Pasted into', 'Contract')
    await page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } })
    await page.keyboard.press('Control+v')
    await expect.poll(names).toEqual(['Contract', 'Need', 'Budget'])
    await board.transition('Need', 'Budget').waitFor({ state: 'attached' })
    await page.keyboard.press('Control+d')
    await expect.poll(names).toEqual(['Contract', 'Need', 'Budget', 'Need (2)', 'Budget (2)'])
    await page.keyboard.press('Control+x')
    await expect.poll(names).toEqual(['Contract', 'Need', 'Budget'])
  })

  it('a text that is no drawing is refused with the reason, and nothing is drawn', async () => {
    await withStages('Refused', 'Need')
    await board.palette.getByRole('button', { name: 'Paste from text' }).click()
    const dialog = page.getByRole('dialog', { name: 'Paste from text' })
    await dialog.getByLabel('Text to paste').fill('Budget 2026: 1.2 m')
    await dialog.getByRole('button', { name: 'Paste', exact: true }).click()
    await dialog.getByText('The text is not from a drawing.').waitFor()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    expect(await names()).toEqual(['Need'])
  })
})
