import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import { aBrowser } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { picture } from '../support/screen.ts'

type Finger = { x: number; y: number }

let product: RunningProduct
let browser: Browser
let phone: Page
let fingers: CDPSession

beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
  const context = await browser.newContext({
    baseURL: product.url,
    locale: 'en-GB',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await context.request.post('/api/auth/sign-in/email', { data: product.admin, headers: { origin: product.url } })
  const { items } = await (await context.request.get('/api/v1/segments')).json()
  const { id } = items.find(({ name }: { name: string }) => name === 'Enterprise software')
  phone = await context.newPage()
  fingers = await context.newCDPSession(phone)
  await phone.goto(`/segments/${id}`)
  await phone.getByText('Map', { exact: true }).tap()
  await card('Interest shown').waitFor()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const card = (name: string) => phone.locator('.react-flow__node-stage', { hasText: name })
const boxOf = async (name: string) => {
  const box = await card(name).boundingBox()
  if (!box) throw new Error(`${name} is not drawn`)
  return box
}

/** Fingers that touch down, move in steps to where they end, and lift. */
async function move(from: Finger[], to: Finger[]): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Finger[]) =>
    fingers.send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', from)
  for (let step = 1; step <= 10; step++) {
    const part = (a: number, b: number) => a + ((b - a) * step) / 10
    const at = from.map(({ x, y }, n) => ({ x: part(x, to[n]?.x ?? x), y: part(y, to[n]?.y ?? y) }))
    await touch('touchMove', at)
  }
  await touch('touchEnd', [])
}

it('a finger that swipes over a card moves the map, and the drawing stays as it was', async () => {
  onTestFailed(() => picture(phone, 'failed swipe'))
  const before = await boxOf('Interest shown')
  const at = { x: before.x + 60, y: before.y + 20 }
  await move([at], [{ x: at.x - 40, y: at.y + 80 }])

  await expect.poll(async () => Math.round((await boxOf('Interest shown')).y - before.y)).toBeGreaterThan(60)
  expect(await phone.getByRole('button', { name: 'Undo' }).isEnabled()).toBe(false)
})

it('two fingers that close zoom the map out, and the page itself stays as large as it was', async () => {
  onTestFailed(() => picture(phone, 'failed pinch'))
  const before = await boxOf('Interest shown')
  await move(
    [
      { x: 80, y: 300 },
      { x: 320, y: 520 },
    ],
    [
      { x: 160, y: 380 },
      { x: 240, y: 450 },
    ],
  )

  await expect.poll(async () => (await boxOf('Interest shown')).width).toBeLessThan(before.width * 0.6)
  expect(await phone.evaluate(() => visualViewport?.scale)).toBe(1)
})

it('two fingers side by side carry the map along at the same size', async () => {
  onTestFailed(() => picture(phone, 'failed two fingers'))
  const before = await boxOf('Interest shown')
  await move(
    [
      { x: 120, y: 300 },
      { x: 220, y: 300 },
    ],
    [
      { x: 140, y: 420 },
      { x: 240, y: 420 },
    ],
  )

  await expect.poll(async () => Math.round((await boxOf('Interest shown')).y - before.y)).toBeGreaterThan(90)
  expect(Math.abs((await boxOf('Interest shown')).width - before.width)).toBeLessThan(2)
})

it('a tap chooses a card and opens its form', async () => {
  onTestFailed(() => picture(phone, 'failed tap'))
  const { x, y } = await boxOf('Interest shown')
  await phone.touchscreen.tap(x + 20, y + 14)

  const form = phone.getByRole('complementary', { name: 'Selected' })
  await expect.poll(() => form.getByLabel('Name', { exact: true }).inputValue()).toBe('Interest shown')
  await picture(phone, 'tapped 390')
})
