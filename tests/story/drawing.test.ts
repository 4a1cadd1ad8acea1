import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { choose as pickFrom, picture } from '../support/screen.ts'
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

  it('a deal is played on the drawing, kept as a scenario, and stops the publishing that it no longer fits', async () => {
    await withStages('Tried out', 'Need', 'Contract')
    await board.connectByList('Need', 'Contract')
    await board.select('Contract')
    await board.set('End of the purchase', 'End: won')
    await board.add('role', 'Buyer')
    await board.addPart('Need', 'element', 'Inquiry received')
    await board.setAll('Disclosed by', ['Buyer'])
    await board.addPart('Need', 'action', 'Visit the buyer')
    await board.setAll('Brings', ['Inquiry received'])
    await board.due('2', 'days')
    await page.getByRole('button', { name: 'Try out' }).click()
    const side = page.getByRole('complementary', { name: 'Try out' })
    await side.getByText('Owed: Visit the buyer').waitFor()
    await side.getByRole('button', { name: 'To the next due time' }).click()
    await side.getByText('Overdue, and told on: Visit the buyer').waitFor()
    await pickFrom(side.getByLabel('What? Choose here or on the map'), 'Inquiry received')
    await side.getByRole('button', { name: 'Learn it' }).click()
    await side.getByText('Completed: Need, Contract').waitFor()
    expect(await barriers(page)).toEqual([])
    await picture(page, 'tried out')
    await side.getByLabel('Name of the scenario').fill('Late inquiry')
    await side.getByRole('button', { name: 'Save this play' }).click()
    await side.getByText('holds').waitFor()
    await side.getByRole('button', { name: 'Back to drawing' }).click()
    await board.addPart('Contract', 'element', 'Signed contract')
    await board.setAll('Disclosed by', ['Buyer'])
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('One scenario no longer ends as it did.').waitFor()
    expect(await page.getByRole('button', { name: 'Publish version' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Try out' }).click()
    await side.getByText('“Contract” was to be completed, and is open.').waitFor()
    await side.getByRole('button', { name: 'Expect what comes of it now' }).click()
    await side.getByText('holds').waitFor()
  })

  it('a deal that shows what a finding is about is played from the finding', async () => {
    await withStages('Stuck', 'Need', 'Contract')
    await page.getByRole('button', { name: /^Checks:/ }).click()
    await page.getByRole('button', { name: 'Play a deal that shows this' }).first().click()
    await page.getByRole('complementary', { name: 'Try out' }).getByText('The deal is opened.').waitFor()
  })

  it('a finding is mended by one click that says what it does, and its check is explained', async () => {
    await withStages('Mended', 'Contract')
    await page.getByRole('button', { name: /^Checks:/ }).click()
    const finding = page.locator('.findings-list li', { hasText: 'Contract' })
    await finding.getByRole('button', { name: 'About this check' }).click()
    const about = page.getByRole('dialog', { name: 'About the check “stage-never-left”' })
    await about.getByText('Why it matters.').waitFor()
    expect(await barriers(page)).toEqual([])
    await picture(page, 'about a check')
    await about.getByRole('button', { name: 'Close' }).click()
    const fix = finding.getByRole('button', { name: 'Fix it' })
    await fix.hover()
    await page.getByRole('tooltip').getByText('Contract').waitFor()
    await picture(page, 'fix it')
    await fix.click()
    await expect.poll(board.findings).not.toContain('error')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await expect.poll(board.findings).toContain('error')
  })

  it('a drawing is made and walked through with the keyboard alone', async () => {
    onTestFailed(() => picture(page, 'failed by keyboard'))
    await startSegment(page, 'By keyboard')
    const write = async (text: string) => {
      await board.inspector.getByLabel('Name', { exact: true }).and(page.locator(':focus')).waitFor()
      await page.keyboard.type(text)
      await board.stageCard(text).waitFor()
    }
    const leaveForm = () => page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('n')
    await write('Need')
    await leaveForm()
    await page.keyboard.press('n')
    await write('Budget')
    await leaveForm()
    await board.transition('Need', 'Budget').waitFor({ state: 'attached' })
    await page.keyboard.press('Alt+ArrowLeft')
    await board.inspector.locator('[value="Need"]').waitFor()
    await page.keyboard.press('n')
    await write('Trial')
    await leaveForm()
    await page.keyboard.press('c')
    const finder = page.getByRole('dialog', { name: 'Connect to stage' })
    await finder.getByRole('combobox').fill('bud')
    await page.keyboard.press('Enter')
    await board.transition('Trial', 'Budget').waitFor({ state: 'attached' })
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    expect(await barriers(page)).toEqual([])
    await picture(page, 'keys')
    await page.keyboard.press('Escape')
  })

  it('what is looked for is shown, a stage is folded, and a note is left for the others', async () => {
    await withStages('Looked through', 'Need', 'Budget')
    await board.addPart('Need', 'element', 'Inquiry received')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Search and go to' }).click()
    const finder = page.getByRole('dialog', { name: 'Search and go to' })
    await finder.getByRole('combobox').fill('inq')
    await finder.getByRole('option', { name: /Inquiry received Element · Need/ }).waitFor()
    expect(await barriers(page)).toEqual([])
    await picture(page, 'search')
    await page.keyboard.press('Enter')
    await board.inspector.locator('[value="Inquiry received"]').waitFor()
    await page.getByRole('button', { name: 'Fold stage Need' }).click()
    await board.stageCard('Need').getByText('1 element').waitFor()
    await board.palette.getByRole('button', { name: 'Add note' }).click()
    await board.inspector.getByLabel('Text').fill('Ask about the tender in March')
    await page.locator('.react-flow__node-note', { hasText: 'Ask about the tender' }).waitFor()
    await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor()
    await page.reload()
    await page.locator('.react-flow__node-note', { hasText: 'Ask about the tender' }).waitFor()
    await picture(page, 'note')
  })
})
