import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { libraryModels } from '../../engine/library/index.ts'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { picture } from '../support/screen.ts'
import { atTheExchange, startSegment } from './ops.ts'

/** A drawing goes out as a file and comes back, at a real browser. */
describe('import and export', () => {
  let product: RunningProduct
  let browser: Browser
  let page: Page
  const foreign = join(tmpdir(), 'keynode-foreign.bpmn')
  const shipped = libraryModels.find(({ id }) => id === 'enterprise-software')?.model

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
    const { page: atWork, context } = await signedIn(browser, product.url, product.admin)
    context.setDefaultTimeout(30_000)
    page = atWork
    await writeFile(
      foreign,
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"><process id="p" name="Purchase"><task id="a" name="Ask for quotes"/><dataObjectReference id="d" name="Quote"/><endEvent id="e" name="Ordered"/><sequenceFlow id="f" sourceRef="a" targetRef="e"/></process></definitions>`,
    )
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  /** The drawing as the API has it once it is saved. */
  async function saved(): Promise<object> {
    await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor()
    const segment = new URL(page.url()).pathname.split('/').pop()
    return (await (await page.request.get(`/api/v1/segments/${segment}/model`)).json()).model
  }

  it.each([
    ['Keynode file', 'json'],
    ['BPMN 2.0', 'bpmn'],
  ])('a shipped drawing that went out as %s comes into another segment as it was', async (kind, ending) => {
    await page.goto('/segments')
    await page.getByRole('link', { name: /Enterprise software/ }).click()
    const file = await atTheExchange(page).download(kind)
    expect(file).toMatch(new RegExp(`\\.${ending}$`))

    await startSegment(page, `From ${ending}`)
    const exchange = atTheExchange(page)
    await exchange.choose(file)
    await exchange.dialog.getByText('Everything in the file is in the drawing.').waitFor()
    await picture(page, `import ${ending}`)
    await exchange.replace()
    expect(await saved()).toEqual({ ...shipped, name: 'Enterprise software' })
  })

  it('one undo takes an import back', async () => {
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await saved()).toMatchObject({ name: 'From bpmn', stages: [] })
  })

  it('a foreign process is told before it is drawn, and a file that is none is refused with what is wrong where', async () => {
    const exchange = atTheExchange(page)
    const broken = join(tmpdir(), 'keynode-broken.json')
    await exchange.choose(foreign)
    await exchange.dialog.getByText('Data objects and stores are left out (Quote).').waitFor()
    expect(await barriers(page)).toEqual([])
    await exchange.replace()
    await page.locator('.stage-card').filter({ hasText: 'Ask for quotes' }).waitFor()

    await writeFile(
      broken,
      JSON.stringify({ formatVersion: 1, name: 'Broken', stages: [{ id: 'a', name: 'Need', end: 'draw' }] }),
    )
    await exchange.choose(broken)
    await exchange.dialog.getByText('stages[0].end (in “Need”) is not one of those allowed: won, lost.').waitFor()
    expect(await exchange.dialog.getByRole('button', { name: 'Replace the drawing' }).isDisabled()).toBe(true)
    await picture(page, 'import refused')
    await exchange.dialog.getByRole('button', { name: 'Cancel' }).click()
  })

  it('a segment begins from a file, once it is told what of the file is left out', async () => {
    await page.goto('/segments')
    await page.getByRole('button', { name: 'New segment' }).click()
    const dialog = page.getByRole('dialog', { name: 'New segment' })
    await dialog.getByRole('radio', { name: /^A file/ }).check()
    const create = dialog.getByRole('button', { name: 'Create segment' })
    await expect.poll(() => create.isDisabled()).toBe(true)
    await dialog.locator('input[type=file]').setInputFiles(foreign)
    await dialog.getByText('Data objects and stores are left out (Quote).').waitFor()
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Purchase')
    expect(await barriers(page)).toEqual([])
    await picture(page, 'segment from a file')
    await dialog.getByLabel('Name').fill('Foundries')
    await create.click()
    await page.getByRole('heading', { name: 'Foundries', level: 1 }).waitFor()
    await page.locator('.stage-card').filter({ hasText: 'Ask for quotes' }).waitFor()
    expect(await saved()).toMatchObject({
      name: 'Foundries',
      stages: [{ name: 'Ask for quotes' }, { name: 'Ordered' }],
    })
  })

  it('a picture shows all of the drawing at its full size, as PNG and as SVG', async () => {
    await page.goto('/segments')
    await page.getByRole('link', { name: /Enterprise software/ }).click()
    const exchange = atTheExchange(page)
    const png = readFileSync(await exchange.download('Picture (PNG)'))
    const svg = readFileSync(await exchange.download('Picture (SVG'), 'utf8')
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
    const [, w = '', h = ''] = /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? []
    expect(Math.max(...(shipped?.stages ?? []).map(({ id }) => (shipped?.layout[id]?.x ?? 0) * 2))).toBeLessThan(width)
    expect([width, height]).toEqual([Number(w) * 2, Number(h) * 2])
    for (const { name } of shipped?.stages ?? []) expect(svg).toContain(name)

    const viewer = await browser.newPage()
    await viewer.goto(`data:image/svg+xml,${encodeURIComponent(svg)}`)
    const heads = viewer.locator('.react-flow__arrowhead polyline')
    expect(await viewer.locator('.react-flow__edge-path').count()).toBeGreaterThan(shipped?.transitions.length ?? 0)
    expect(await heads.first().evaluate((head) => getComputedStyle(head).fill)).toBe('rgb(169, 183, 182)')
  })
})
