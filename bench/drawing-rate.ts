import type { Page } from 'playwright-core'
import { type ProcessModel, processModelSchema } from '#engine'
import { median, quantile } from './measure.ts'
import type { Screens } from './screens.ts'

/** Milliseconds between two pictures of the browser, while something was moved by hand. */
type Frames = { p50: number; p95: number }

/** What a drawing of so many stages costs on the screen. `openMs` runs from asking for the page to all of its cards drawn. */
export type DrawingRate = { stages: number; path: string; openMs: number; pan: Frames; drag: Frames; panWhole: Frames }

type Handled = Omit<DrawingRate, 'stages' | 'path'>

const sizes = [10, 300, 1000]
const rounds = 3
/** How long something is moved about. */
const heldMs = 2000

/** Drawings of three sizes, opened, panned and dragged in turn, so that whatever else the machine does meets all of them. */
export async function drawingRate({ visit }: Screens): Promise<DrawingRate[]> {
  const page = await visit()
  const drawings = []
  for (const stages of sizes) drawings.push({ stages, path: await draw(page, aWideDrawing(stages)) })
  const taken = new Map<number, Handled[]>()
  for (let round = 0; round < rounds; round++)
    for (const { stages, path } of drawings) taken.set(stages, [...(taken.get(stages) ?? []), await handle(page, path)])
  await page.context().close()
  return drawings.map(({ stages, path }) => {
    const of = taken.get(stages) ?? []
    const frames = (which: 'pan' | 'drag' | 'panWhole'): Frames => ({
      p50: median(of.map((one) => one[which].p50)),
      p95: median(of.map((one) => one[which].p95)),
    })
    const openMs = median(of.map((one) => one.openMs))
    return { stages, path, openMs, pan: frames('pan'), drag: frames('drag'), panWhole: frames('panWhole') }
  })
}

/** Rows of twenty stages that follow each other, each with an element, a commitment and an action. */
const aWideDrawing = (count: number): ProcessModel =>
  processModelSchema.parse({
    formatVersion: 1,
    name: `Drawing of ${count} stages`,
    stages: Array.from({ length: count }, (_, n) => ({
      id: `s${n}`,
      name: `Stage ${n}`,
      elements: [{ id: `e${n}`, name: `Element ${n}`, value: { kind: 'number' }, from: ['user'] }],
      commitments: [{ id: `c${n}`, name: `Commitment ${n}`, role: 'user', required: true }],
      actions: [{ id: `a${n}`, name: `Action ${n}`, brings: [`e${n}`], due: { unit: 'days', amount: 5 } }],
    })),
    transitions: Array.from({ length: count - 1 }, (_, n) => ({ id: `w${n}`, from: `s${n}`, to: `s${n + 1}` })),
    layout: Object.fromEntries(
      Array.from({ length: count }, (_, n) => [`s${n}`, { x: (n % 20) * 340, y: Math.floor(n / 20) * 280 }]),
    ),
    chain: {
      layers: [{ id: 'team', name: 'Team' }],
      roles: [{ id: 'user', name: 'User', kind: 'user-buyer', layer: 'team' }],
    },
  })

async function draw(page: Page, model: ProcessModel): Promise<string> {
  const { request } = page.context()
  const made = await (await request.post('/api/v1/segments', { data: { name: model.name } })).json()
  const { revision } = await (await request.get(`/api/v1/segments/${made.id}/model`)).json()
  const saved = await request.put(`/api/v1/segments/${made.id}/model`, { data: { model, revision } })
  if (!saved.ok()) throw new Error(`The bench could not save a drawing: ${await saved.text()}`)
  return `/segments/${made.id}`
}

async function handle(page: Page, path: string): Promise<Handled> {
  await page.goto('about:blank')
  const begun = performance.now()
  await page.goto(path)
  await page.getByRole('heading', { name: 'Stage 0', exact: true }).waitFor({ timeout: 120_000 })
  const openMs = performance.now() - begun
  const pane = await boxOf(page, '.react-flow__pane')
  const corner = { x: pane.x + pane.width / 2, y: pane.y + 8 }
  const pan = await framesWhile(page, corner)
  const card = await boxOf(page, '.react-flow__node-stage h3')
  const drag = await framesWhile(page, { x: card.x + 20, y: card.y + 8 })
  await page.keyboard.press('Shift+1')
  await page.waitForTimeout(600)
  const panWhole = await framesWhile(page, corner)
  return { openMs, pan, drag, panWhole }
}

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`The bench finds no ${selector} on the page`)
  return box
}

// As text: what compiles the bench would name the function by a helper that the page lacks.
const watchFrames = `{
  const times = (window.frameTimes = []);
  requestAnimationFrame(function look(at) {
    times.push(at);
    if (times === window.frameTimes) requestAnimationFrame(look);
  });
}`

/** Holds the mouse at a place and moves it back and forth, as a hand does that looks for something. */
async function framesWhile(page: Page, { x, y }: { x: number; y: number }): Promise<Frames> {
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 6, y + 6)
  await page.evaluate(watchFrames)
  const begun = performance.now()
  for (let n = 1; performance.now() - begun < heldMs; n++) {
    const back = Math.abs(((n + 30) % 60) - 30)
    await page.mouse.move(x + 6 + back * 4, y + 6 + back * 2)
  }
  const times = await page.evaluate(() => (window as unknown as { frameTimes: number[] }).frameTimes)
  await page.mouse.up()
  const took = times.slice(1).map((at, n) => at - (times[n] as number))
  took.sort((a, b) => a - b)
  return { p50: quantile(took, 0.5), p95: quantile(took, 0.95) }
}
