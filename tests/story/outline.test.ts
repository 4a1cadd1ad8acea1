import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { picture } from '../support/screen.ts'
import { atTheBoard, startSegment } from './ops.ts'

/** Sales operations draws in the list; each chapter begins with a segment of its own. */
describe('the drawing as a list', () => {
  let product: RunningProduct
  let browser: Browser
  let page: Page
  let board: ReturnType<typeof atTheBoard>

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
    const person = await signedIn(browser, product.url, product.admin)
    person.context.setDefaultTimeout(10_000)
    page = person.page
    board = atTheBoard(page)
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  const row = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}(?!\\w)`) })
  const focused = () => page.locator(':focus')
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const atRow = async (name: string) => row(name).and(focused()).waitFor()
  const isShown = (name: string) => row(name).count()

  /** Takes one of what can be added at the row that has the focus, and names it. */
  async function add(what: string, name: string): Promise<void> {
    await press('a')
    const item = page.getByRole('menuitem', { name: what, exact: true })
    await page.locator('.ant-dropdown-menu:focus-within').waitFor()
    for (let n = 0; n < 20 && (await item.and(focused()).count()) === 0; n++) await press('ArrowDown')
    await press('Enter')
    await page.getByRole('tree').getByLabel('Name').and(focused()).waitFor()
    await page.keyboard.type(name)
    await press('Enter')
    await page.getByRole('treeitem', { name }).and(focused()).waitFor()
  }

  async function goTo(name: string): Promise<void> {
    await press('/')
    await page.getByRole('combobox', { name: 'Search and go to' }).and(focused()).waitFor()
    await page.keyboard.type(name)
    await press('Enter')
    await atRow(`(Stage|Element) ${name}`)
  }

  /** A new segment, seen as a list. */
  async function listOf(segment: string): Promise<void> {
    onTestFailed(() => picture(page, `failed ${segment}`))
    await startSegment(page, segment)
    await page.locator('.designer-tools').getByText('List', { exact: true }).click()
    await row('Process model').focus()
  }

  it('a purchase is drawn with the keyboard alone, and stands on the map as it was drawn', async () => {
    await listOf('Listed')
    await press('ArrowDown')
    await atRow('Stages')
    await add('Stage', 'Need stated')
    await add('Stage after this', 'Contract signed')
    await goTo('Need stated')
    await press('ArrowRight')
    await atRow('Transition to Contract signed')
    await add('Stage in between', 'Budget confirmed')
    expect(await isShown('Transition to Contract signed')).toBe(1)
    await goTo('Need stated')
    await add('Element', 'Inquiry received')
    await add('Element after this', 'Wish date')
    await press('Alt+ArrowUp')
    const elements = page.getByRole('treeitem', { name: /^Element/ })
    await expect.poll(() => elements.first().getAttribute('aria-label')).toMatch(/^Element Wish date/)
    await press('Delete')
    await atRow('Element Inquiry received')
    await press('Control+z')
    await row('Element Wish date').waitFor()
    await press('Control+Shift+z')
    await row('Element Wish date').waitFor({ state: 'detached' })
    await press('F2')
    await page.keyboard.type('Inquiry in hand')
    await press('Enter')
    await atRow('Element Inquiry in hand')
    await goTo('Contract signed')
    await press('Enter')
    await board.inspector.getByLabel('Name', { exact: true }).and(focused()).waitFor()
    await picture(page, 'outline with form')
    await board.inspector.getByLabel('End of the purchase').focus()
    await page.keyboard.type('won')
    await page.locator('.ant-select-item-option-active[title="End: won"]').waitFor()
    await press('Enter')
    await row('Stage Contract signed, End: won').waitFor()
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').waitFor({ state: 'hidden' })
    await press('Escape')
    await atRow('Stage Contract signed, End: won')
    expect(await barriers(page)).toEqual([])
    await picture(page, 'outline')
    await page.locator('.designer-tools').getByText('Map', { exact: true }).click()
    for (const [from, to] of [
      ['Need stated', 'Budget confirmed'],
      ['Budget confirmed', 'Contract signed'],
    ] as const)
      await board.transition(from, to).waitFor({ state: 'attached' })
    await board.stageCard('Need stated').getByText('Inquiry in hand').waitFor()
  })

  it('rows are chosen, copied, cut, connected and folded, and a finding is told at its row', async () => {
    await listOf('Worked on')
    await press('ArrowDown')
    await add('Stage', 'Need')
    await add('Stage after this', 'Contract')
    await goTo('Need')
    await press('ArrowRight')
    await atRow('Transition to Contract')
    await press('Delete')
    await row('Transition to Contract').waitFor({ state: 'detached' })
    await goTo('Need')
    await press('c')
    await page.getByRole('combobox', { name: 'Connect to stage' }).and(focused()).waitFor()
    await press('Enter')
    await row('Transition to Contract').waitFor()
    await goTo('Need')
    await press('x')
    await row('Transition to Contract').waitFor({ state: 'detached' })
    await press('Shift+ArrowDown')
    await page.getByRole('region', { name: '2 chosen' }).waitFor()
    await press('Control+c', 'Control+v')
    await row('Stage Need \\(2\\)').waitFor()
    await row('Stage Contract \\(2\\)').waitFor()
    await page.getByRole('treeitem', { name: /^Stage Contract \(2\), .*finding/ }).waitFor()
    expect(await barriers(page)).toEqual([])
    await picture(page, 'outline chosen')
    await press('Control+x')
    await row('Stage Need \\(2\\)').waitFor({ state: 'detached' })
    await expect.poll(() => isShown('Stage Contract')).toBe(1)
  })

  it('on a phone the list comes first, and its buttons do what keys do', async () => {
    onTestFailed(() => picture(page, 'failed on a phone'))
    const phone = await page.context().newPage()
    await phone.setViewportSize({ width: 390, height: 844 })
    await phone.goto(page.url())
    await phone.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('keynode.preferences') ?? '{}')
      delete kept.state?.drawingView
      localStorage.setItem('keynode.preferences', JSON.stringify(kept))
    })
    await phone.reload()
    await phone
      .getByRole('treeitem', { name: /^Stage Contract/ })
      .first()
      .click()
    await phone.getByRole('button', { name: /Add$/ }).click()
    await phone.getByRole('menuitem', { name: 'Commitment' }).click()
    await phone.getByRole('tree').getByLabel('Name').fill('Signs')
    await phone.keyboard.press('Enter')
    await phone.getByRole('treeitem', { name: /^Commitment Signs/ }).waitFor()
    await picture(phone, 'outline on a phone')
    await phone.getByRole('button', { name: 'Open the form' }).click()
    await phone.getByRole('complementary', { name: 'Selected' }).getByLabel('Given by').waitFor()
    expect(await barriers(phone)).toEqual([])
    await picture(phone, 'outline on a phone, form')
    await phone.getByRole('button', { name: 'Close' }).click()
    await phone.getByRole('button', { name: 'Delete' }).click()
    await phone.getByRole('treeitem', { name: /^Commitment Signs/ }).waitFor({ state: 'detached' })
    await phone.close()
  })
})
