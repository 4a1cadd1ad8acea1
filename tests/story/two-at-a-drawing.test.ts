import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { picture } from '../support/screen.ts'
import { makeUser } from './admin.ts'
import { atTheBoard, startSegment } from './ops.ts'

const reader = { email: 'mona@example.com', password: 'correct horse battery' }

/** Two people have one drawing open. Its chapters build on each other. */
describe('two at a drawing', () => {
  let product: RunningProduct
  let browser: Browser
  let ann: Page
  let ben: Page

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
    ann = await atWork(product.admin)
    const sign = { email: 'ben@example.com', password: 'correct horse battery' }
    await makeUser(ann, { name: 'Ben', role: 'Sales operations', ...sign })
    await makeUser(ann, { name: 'Mona', role: 'Manager', ...reader })
    ben = await atWork(sign)
    await startSegment(ann, 'Foundries')
    await atTheBoard(ann).add('stage', 'Need stated')
    await isSaved(ann)
    await ben.goto(new URL(ann.url()).pathname)
    await atTheBoard(ben).stageCard('Need stated').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  async function atWork(signIn: { email: string; password: string }): Promise<Page> {
    const { page, context } = await signedIn(browser, product.url, signIn)
    context.setDefaultTimeout(20_000)
    return page
  }
  const isSaved = (page: Page) => page.getByRole('status').filter({ hasText: 'Saved' }).waitFor()
  const undo = (page: Page) => page.getByRole('button', { name: 'Undo' })

  it('what one saves stands before the other who has nothing unsaved, and whose it is', async () => {
    onTestFailed(() => picture(ben, 'failed followed'))
    await atTheBoard(ann).add('stage', 'Budget confirmed')
    await atTheBoard(ben).stageCard('Budget confirmed').waitFor()
    await ben.getByText('Administrator saved this drawing. You see it as it is now.').waitFor()
    expect(await undo(ben).isDisabled()).toBe(true)
    await picture(ben, 'followed')
  })

  it('it goes on from there on both sides, and nobody undoes what is the other’s', async () => {
    onTestFailed(() => picture(ann, 'failed going on'))
    await atTheBoard(ben).add('stage', 'Contract signed')
    await atTheBoard(ann).stageCard('Contract signed').waitFor()
    await ann.getByText('Ben saved this drawing. You see it as it is now.').waitFor()
    await expect.poll(() => undo(ann).isDisabled()).toBe(true)
    await undo(ben).click()
    await atTheBoard(ann).stageCard('Contract signed').waitFor({ state: 'detached' })
  })

  it('each sees where in it the other is, and goes there', async () => {
    onTestFailed(() => picture(ben, 'failed presence'))
    await atTheBoard(ann).add('layer', 'Plant')
    await atTheBoard(ann).select('Need stated')
    await atTheBoard(ben).stageCard('Need stated').waitFor()
    await ben.locator('.map').getByRole('img', { name: 'Administrator is here' }).waitFor()
    expect(await barriers(ben)).toEqual([])
    await picture(ben, 'presence')
    await ben.getByRole('button', { name: 'Administrator is editing too' }).click()
    await ben.getByRole('button', { name: 'At Stage: Need stated' }).click()
    await ann.locator('.map').getByRole('img', { name: 'Ben is here' }).waitFor()
    await ben.keyboard.press('Escape')
    await ben.locator('.designer-tools').getByText('List', { exact: true }).click()
    await ben.getByRole('treeitem', { name: /^Stage Need stated.*Administrator is here/ }).waitFor()
    await ben.locator('.designer-tools').getByText('Map', { exact: true }).click()
  })

  it('who only reads it follows what is saved, and is seen to read', async () => {
    const mona = await atWork(reader)
    onTestFailed(() => picture(mona, 'failed reading'))
    await mona.goto(new URL(ann.url()).pathname)
    await atTheBoard(mona).stageCard('Need stated').waitFor()
    await ben.getByRole('button', { name: /are editing too|is editing too|is reading too/ }).click()
    await ben.getByText('only reads it').waitFor()
    await ben.keyboard.press('Escape')
    await atTheBoard(ann).add('stage', 'Trial run')
    await atTheBoard(mona).stageCard('Trial run').waitFor()
    await mona.getByText('Administrator saved this drawing. You see it as it is now.').waitFor()
    await picture(mona, 'followed by a reader')
    await mona.context().close()
  })

  it('the name of a layer that is being written is kept when the other saves', async () => {
    onTestFailed(() => picture(ben, 'failed held name'))
    const layer = ben.locator('.react-flow__node-layer', { hasText: 'Plant' })
    await ben.getByRole('button', { name: 'Show all' }).click()
    await layer.locator('strong').dblclick()
    const name = ben.getByRole('textbox', { name: 'Name of Plant' })
    await name.fill('Plant in Tai')
    await atTheBoard(ann).add('department', 'Legal')
    await isSaved(ann)
    await ben.getByRole('button', { name: 'Administrator is editing too' }).waitFor()
    await name.press('End')
    await name.pressSequentially('chung')
    await name.press('Enter')
    await atTheBoard(ben).palette.getByRole('button', { name: 'Plant in Taichung' }).waitFor()
    await atTheBoard(ben).palette.getByRole('button', { name: 'Legal', exact: true }).waitFor()
    await atTheBoard(ann).palette.getByRole('button', { name: 'Plant in Taichung' }).waitFor()
  })

  /** Both draw while Ben is cut off; then he is there again. */
  async function drawnApart(bens: () => Promise<void>, anns: () => Promise<void>): Promise<void> {
    await isSaved(ben)
    await ben.context().setOffline(true)
    await bens()
    await anns()
    await isSaved(ann)
    await ben.context().setOffline(false)
  }

  it('what both drew is one drawing where no change meets another, and one undo gives back theirs alone', async () => {
    onTestFailed(() => picture(ben, 'failed joined'))
    await drawnApart(
      () => atTheBoard(ben).add('stage', 'Ordered'),
      () => atTheBoard(ann).add('stage', 'Delivered'),
    )
    await ben.getByText('Administrator saved this drawing too.').waitFor()
    for (const page of [ben, ann])
      for (const stage of ['Ordered', 'Delivered']) await atTheBoard(page).stageCard(stage).waitFor()
    const [mine, theirs] = await Promise.all(
      ['Ordered', 'Delivered'].map((stage) => atTheBoard(ben).stageCard(stage).boundingBox()),
    )
    const [upper, lower] = [mine, theirs].sort((a, b) => (a?.y ?? 0) - (b?.y ?? 0))
    expect((upper?.y ?? 0) + (upper?.height ?? 0)).toBeLessThan(lower?.y ?? 0)
    await picture(ben, 'joined')
    await undo(ben).click()
    await atTheBoard(ben).stageCard('Ordered').waitFor({ state: 'detached' })
    await atTheBoard(ann).stageCard('Ordered').waitFor({ state: 'detached' })
    expect(await atTheBoard(ben).stageCard('Delivered').count()).toBe(1)
  })

  it('where both changed the same, each keeps their own and is shown both', async () => {
    onTestFailed(() => picture(ben, 'failed both'))
    const rename = async (page: Page, name: string) => {
      await atTheBoard(page).select('Need stated')
      await atTheBoard(page).inspector.getByLabel('Name', { exact: true }).fill(name)
      await page.keyboard.press('Enter')
    }
    await drawnApart(
      () => rename(ben, 'Need told'),
      () => rename(ann, 'Need known'),
    )
    await ben.getByText('Administrator saved this drawing while you were working on it.').waitFor()
    expect(await atTheBoard(ben).stageCard('Need told').count()).toBe(1)
    await ben.locator('.conflict').getByText('Need known').first().waitFor()
    expect(await barriers(ben)).toEqual([])
    await picture(ben, 'both shown')
    await ben.getByRole('button', { name: 'Load theirs' }).click()
    await ben.getByRole('dialog').getByRole('button', { name: 'Load theirs' }).click()
    await atTheBoard(ben).stageCard('Need known').waitFor()
  })
})
