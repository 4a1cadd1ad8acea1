import { readFileSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { picture, untilAtRest } from '../support/screen.ts'
import { atTheBoard, atTheExchange, startSegment } from './ops.ts'

/** Room, bends, and one thing that becomes another. Its chapters build on each other. */
describe('a drawing by hand', () => {
  let product: RunningProduct
  let browser: Browser
  let page: Page
  let board: ReturnType<typeof atTheBoard>

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
    const person = await signedIn(browser, product.url, product.admin)
    person.context.setDefaultTimeout(20_000)
    page = person.page
    board = atTheBoard(page)
    await startSegment(page, 'By hand')
    for (const stage of ['Need stated', 'Trial run', 'Contract signed']) await board.add('stage', stage)
    await board.connectByList('Need stated', 'Trial run')
    await board.connectByList('Trial run', 'Contract signed')
    await board.inspector.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Show all' }).click()
    await untilAtRest(board.stageCard('Contract signed'))
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  const boxOf = async (thing: Locator) => (await thing.boundingBox()) as { x: number; y: number; width: number }
  const left = async (stage: string) => Math.round((await boxOf(board.stageCard(stage))).x)
  const undo = () => page.getByRole('button', { name: 'Undo' }).click()
  const bends = () => page.getByRole('button', { name: /^Bend \d of \d of the line/ })
  const line = () => board.transition('Need stated', 'Trial run')
  const pathOf = () => line().locator('.react-flow__edge-path').getAttribute('d')

  /** Drags from one point of the screen to another, in steps as a hand does. */
  async function dragBy(from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2)
    await page.mouse.move(from.x + by.x, from.y + by.y)
    await page.mouse.up()
  }

  it('a drag makes room: what stands beyond moves along, in one step', async () => {
    onTestFailed(() => picture(page, 'failed room'))
    const [need, trial, signed] = [await left('Need stated'), await left('Trial run'), await left('Contract signed')]
    await page.getByRole('button', { name: 'Make or take room' }).click()
    await page.getByRole('status').filter({ hasText: 'Drag to the right or down' }).waitFor()
    expect(await barriers(page)).toEqual([])
    const card = await boxOf(board.stageCard('Trial run'))
    await dragBy({ x: card.x - 10, y: card.y + 260 }, { x: 120, y: 8 })
    await expect.poll(() => left('Trial run')).toBeGreaterThan(trial + 80)
    expect(await left('Contract signed')).toBe(signed + (await left('Trial run')) - trial)
    expect(await left('Need stated')).toBe(need)
    await undo()
    await expect.poll(() => left('Trial run')).toBe(trial)
    expect(await left('Contract signed')).toBe(signed)
  })

  it('the keyboard makes room before what is selected, and moves nothing else', async () => {
    onTestFailed(() => picture(page, 'failed room by keys'))
    const [need, trial] = [await left('Need stated'), await left('Trial run')]
    await board.stageCard('Trial run').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await expect.poll(() => left('Trial run')).toBeGreaterThan(trial)
    expect(await left('Need stated')).toBe(need)
    await page.keyboard.press('Alt+Shift+ArrowLeft')
    await expect.poll(() => left('Trial run')).toBe(trial)
  })

  it('a line is led by dragging it, its bend moved and taken away again', async () => {
    onTestFailed(() => picture(page, 'failed bends'))
    await page.keyboard.press('Escape')
    const own = await pathOf()
    const [from, to] = [await boxOf(board.stageCard('Need stated')), await boxOf(board.stageCard('Trial run'))]
    const start = await board.stageCard('Need stated').locator('[data-handleid="next"]').boundingBox()
    const y = (start?.y ?? 0) + (start?.height ?? 0) / 2
    await dragBy({ x: (from.x + from.width + to.x) / 2, y }, { x: 0, y: 140 })
    await expect.poll(() => bends().count()).toBe(1)
    const led = await pathOf()
    expect(led).not.toBe(own)
    expect(await barriers(page)).toEqual([])
    await picture(page, 'a bend')
    await bends().focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(pathOf).not.toBe(led)
    await page.keyboard.press('Control+z')
    await expect.poll(pathOf).toBe(led)
    await bends().dblclick()
    await expect.poll(pathOf).toBe(own)
    await undo()
    await expect.poll(pathOf).toBe(led)
    await page.keyboard.press('Control+z')
    await expect.poll(pathOf).toBe(own)
  })

  it('a line is bent with the keyboard, in the list too, and goes out with its bends', async () => {
    onTestFailed(() => picture(page, 'failed bends by keys'))
    await line().focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('b')
    await bends().and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Delete')
    await expect.poll(() => bends().count()).toBe(0)
    expect(await line().count()).toBe(1)
    await page.locator('.designer-tools').getByText('List', { exact: true }).click()
    await page.getByRole('treeitem', { name: 'Transition to Trial run' }).click()
    await page.keyboard.press('Enter')
    await board.inspector.getByRole('button', { name: 'Add bend' }).click()
    await board.inspector.getByLabel('Bend 1: from the top').fill('320')
    await board.inspector.getByLabel('Bend 1: from the top').press('Enter')
    expect(await barriers(page)).toEqual([])
    await picture(page, 'bends in the list')
    const exchange = atTheExchange(page)
    const { routes } = JSON.parse(readFileSync(await exchange.download('Keynode file'), 'utf8'))
    const [[bend]] = Object.values(routes) as [[{ x: number; y: number }]]
    expect(bend.y).toBe(320)
    const bpmn = readFileSync(await exchange.download('BPMN 2.0'), 'utf8')
    expect(bpmn).toContain(`<di:waypoint x="${bend.x}" y="320" />`)
    const svg = readFileSync(await exchange.download('Picture (SVG'), 'utf8')
    expect(svg).toContain(`Q ${bend.x} 320 `)
  })

  it('tidying up leads every line its own way again', async () => {
    onTestFailed(() => picture(page, 'failed tidy'))
    await page.getByRole('button', { name: 'Tidy up the stages' }).click()
    await board.inspector.getByText('The line takes its own way').waitFor()
    await page.locator('.designer-tools').getByText('Map', { exact: true }).click()
  })

  it('an element becomes a commitment where it stands, after what would be lost is told', async () => {
    onTestFailed(() => picture(page, 'failed replace'))
    await board.addPart('Need stated', 'element', 'Budget granted')
    await board.set('Kind of value', 'Amount of money')
    await board.inspector.getByRole('button', { name: 'Change into …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Change “Budget granted” into …' })
    const lost = dialog.getByRole('region', { name: 'What would be lost' })
    await lost.getByText('the kind of value is gone').waitFor()
    expect(await barriers(page)).toEqual([])
    await picture(page, 'replace')
    await dialog.getByRole('button', { name: 'Change it' }).click()
    await board.inspector.getByRole('heading', { name: /^Commitment/ }).waitFor()
    await undo()
    await board
      .stageCard('Need stated')
      .getByRole('button', { name: /Element Budget granted/ })
      .waitFor()
  })

  it('the keyboard alone changes it too, on the map and in the list', async () => {
    onTestFailed(() => picture(page, 'failed replace by keys'))
    await board
      .stageCard('Need stated')
      .getByRole('button', { name: /Budget granted/ })
      .click()
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog', { name: 'Change “Budget granted” into …' })
    await dialog.getByRole('radio', { name: 'Commitment' }).focus()
    await page.keyboard.press('ArrowRight')
    await dialog.getByRole('button', { name: 'Change it' }).press('Enter')
    await board.inspector.getByRole('heading', { name: /^Required action/ }).waitFor()
    await page.locator('.designer-tools').getByText('List', { exact: true }).click()
    const row = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) })
    await row('Required action Budget granted').click()
    await page.getByRole('button', { name: 'Change into …' }).first().click()
    await dialog.getByRole('radio', { name: 'Element' }).check()
    await dialog.getByRole('button', { name: 'Change it' }).click()
    await row('Element Budget granted').waitFor()
    await picture(page, 'replaced in the list')
  })
})
