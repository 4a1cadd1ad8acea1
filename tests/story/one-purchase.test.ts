import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { picture } from '../support/screen.ts'
import { makeUser, type NewPerson } from './admin.ts'
import { drawPurchase } from './draw-purchase.ts'
import { atTheBoard, startSegment } from './ops.ts'
import { dealPage, openDeal, record, takeStep, writeDown } from './rep.ts'

const segment = 'Machine builders'
const name = 'Press line for the new plant'
const calls = ['The handler called back', 'Asked for the delivery date', 'Sent the drawings', 'Agreed on a visit']

/** What keeps people out of the pages that the story comes to, by page. */
const found = new Map<string, string[]>()

/** One purchase from the empty drawing to the signed contract, by people at browsers of their own. Its chapters build on each other. */
describe('one purchase, from an empty drawing to a signed contract', () => {
  let product: RunningProduct
  let browser: Browser
  let deal: string
  const people = new Map<string, Page>()
  const as = (who: string): Page => people.get(who) as Page
  let isBroken = false

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
    people.set('admin', await atWork(product.admin))
  })
  beforeEach(({ skip }) => {
    skip(isBroken, 'a chapter before it failed')
    onTestFailed(async () => {
      isBroken = true
      for (const [who, page] of people) await picture(page, `failed ${who}`)
    })
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  async function atWork(signIn: { email: string; password: string }): Promise<Page> {
    const { page, context } = await signedIn(browser, product.url, signIn)
    context.setDefaultTimeout(15_000)
    return page
  }

  /** The administrator makes people, who then sign in. */
  async function join(newcomers: Record<string, Pick<NewPerson, 'role' | 'departments'>>): Promise<void> {
    const signInOf = (who: string) => ({ email: `${who}@example.com`, password: 'correct horse battery' })
    for (const [who, person] of Object.entries(newcomers))
      await makeUser(as('admin'), { name: who, ...signInOf(who), ...person })
    const arrive = async (who: string) => people.set(who, await atWork(signInOf(who)))
    await Promise.all(Object.keys(newcomers).map(arrive))
  }

  /** Looks at a page where the story has come to it, and goes on. */
  async function look(who: string, what: string): Promise<void> {
    found.set(what, await barriers(as(who)))
    await picture(as(who), what)
  }

  it('an administrator makes people, who sign in', async () => {
    people.set('nobody', await (await browser.newContext()).newPage())
    await as('nobody').goto(product.url)
    await as('nobody').getByRole('button', { name: 'Sign in' }).waitFor()
    await look('nobody', 'sign-in')
    await join({
      olga: { role: 'Sales operations' },
      rosa: { role: 'Sales rep' },
      rene: { role: 'Sales rep' },
      mira: { role: 'Manager' },
    })
    await look('admin', 'people')
    expect(
      await as('admin')
        .getByRole('row', { name: /olga@example.com Sales operations/ })
        .count(),
    ).toBe(1)
  })

  it('sales operations draws a purchase from nothing, told at every step what is still missing', async () => {
    const page = as('olga')
    await page.getByRole('heading', { name: 'Segments' }).waitFor()
    await look('olga', 'segments')
    await startSegment(page, segment)
    await drawPurchase(page)
    await look('olga', 'drawing')
    expect(await atTheBoard(page).findings()).toBe('Checks: No findings')
  })

  it('a drawing without findings is published as version 1', async () => {
    const page = as('olga')
    await atTheBoard(page).publish('The first drawing of how machine builders buy')
    await page.getByText('Version 1 is published.').waitFor()
    await page.getByRole('link', { name: 'Versions' }).click()
    await page.getByText('The first drawing of how machine builders buy').waitFor()
    await look('olga', 'versions')
  })

  it('the departments of a published drawing have people', async () => {
    await join({ lena: { role: 'Resource owner', departments: ['Legal'] } })
    await as('lena').getByText('Nothing is asked of you').waitFor()
  })

  it('one meeting that brings an inquiry, a budget and the approver’s commitment crosses two stages', async () => {
    const page = as('rosa')
    deal = await openDeal(page, { segment, name, account: 'Harbour Mills' })
    const { moved, stage } = dealPage(page)
    await stage('Need stated', 'open').waitFor()
    await record(page, {
      kind: 'Meeting',
      note: 'All three at one table',
      facts: { 'Inquiry received': true, Budget: '40000', 'Approves the purchase': true, Amount: '38000' },
    })
    await moved.getByText('The purchase crossed 2 stages at once: Need stated and Budget confirmed.').waitFor()
    await moved.getByText('Legal has been asked: Review of the terms.').waitFor()
    await stage('Need stated', 'completed').waitFor()
    await stage('Budget confirmed', 'completed').waitFor()
    await stage('Purchase approved', 'open').waitFor()
    await look('rosa', 'deal')
  })

  it('a worker that is killed while calls are recorded loses none of them and doubles none', async () => {
    const tabs = await Promise.all(calls.map(() => as('rosa').context().newPage()))
    await Promise.all(tabs.map((tab) => tab.goto(`/deals/${deal}`)))
    const killed = product.workerPid() as number
    const recorded = tabs.map((tab, n) => record(tab, { kind: 'Call', note: calls[n] as string }))
    await Promise.any(recorded)
    process.kill(killed, 'SIGKILL')
    await Promise.all(recorded)
    await Promise.all(tabs.map((tab) => tab.close()))
    expect(product.workerPid()).not.toBe(killed)
    expect(product.told()).toContain('[worker] ended (SIGKILL)')
  })

  it('after the kill every interaction is there once, on the page and in the API', async () => {
    const page = as('rosa')
    await page.reload()
    await page.getByText('5 interactions').waitFor()
    const history = dealPage(page).panel('History')
    for (const said of ['All three at one table', ...calls])
      await expect.poll(() => history.getByText(said, { exact: true }).count(), { message: said }).toBe(1)
    const { deal: row, state } = await told(page, `/deals/${deal}`)
    const { items } = await told(page, `/deals/${deal}/history`)
    const notes = items.flatMap(({ event }: Told) =>
      event.kind === 'interaction-recorded' ? event.interaction.note : [],
    )
    expect(notes.toSorted()).toEqual(['All three at one table', ...calls].toSorted())
    expect([row.effort, state.effort]).toEqual([5, 5])
    expect(items.map(({ seq }: Told) => seq)).toEqual(Array.from({ length: row.seq }, (_, n) => row.seq - n))
  })

  it('another rep cannot open the deal, and is told so', async () => {
    const page = as('rene')
    await page.goto(`/deals/${deal}`)
    await page.getByText('There is no such deal among those you work with.').waitFor()
    await page.goto('/deals')
    await page.getByText('No deals yet').waitFor()
  })

  it('a resource owner sees the requests to their own department, and no deals', async () => {
    const page = as('lena')
    await page.goto('/queue')
    await page.getByRole('link', { name: 'Review of the terms' }).waitFor()
    expect(await page.getByRole('row').count()).toBe(2)
    expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['Requests', 'Team'])
    await page.goto(`/deals/${deal}`)
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('heading', { name }).count()).toBe(0)
  })

  it('the approval of legal moves the deal', async () => {
    const page = as('lena')
    await page.goto('/queue')
    await look('lena', 'requests')
    await page.getByRole('link', { name: 'Review of the terms' }).click()
    await page.getByRole('radio', { name: /Approve/ }).check()
    await page.getByLabel('Note').fill('Fine, with the liability capped')
    await look('lena', 'request')
    await page.getByRole('button', { name: 'Send answer' }).click()
    await page.getByText('Nothing is asked of you').waitFor()
    const { moved, stage, panel } = dealPage(as('rosa'))
    await stage('Purchase approved', 'completed').waitFor()
    await stage('Contract signed', 'open').waitFor()
    await moved.getByText('Contract signed is open now.').waitFor()
    await panel('Support requests').getByText('Fine, with the liability capped').waitFor()
  })

  it('an objection holds its stage while it is raised, planned, implemented and fed back', async () => {
    const page = as('rosa')
    const { panel, objection, stage } = dealPage(page)
    const says = 'Too expensive for this year'
    await panel('Objections').getByRole('button', { name: 'Raise an objection' }).click()
    await panel('Objections').getByLabel('What the customer says').fill(says)
    await panel('Objections').getByRole('button', { name: 'Raise objection' }).click()
    await panel('Why not yet?').getByText(`Held by an open objection: “${says}”`).waitFor()
    await takeStep(objection(says), 'Plan the answer')
    await objection(says).getByText('Show the cost of doing nothing').waitFor()
    await takeStep(objection(says), 'Implemented', { 'What was done': 'Reckoned it with their controller' })
    await takeStep(objection(says), 'Feed back', { 'How the customer took it': 'They see it now' })
    await stage('Contract signed', 'open').waitFor()
    await look('rosa', 'deal with an objection')
  })

  it('who implemented an answer cannot supervise it', async () => {
    const page = as('rosa')
    const { objection } = dealPage(page)
    await objection('Too expensive').getByText('somebody else has to supervise it').waitFor()
    expect(await objection('Too expensive').getByRole('button', { name: 'Supervise' }).count()).toBe(0)
    const { state } = await told(page, `/deals/${deal}`)
    const answer = await page.request.post(
      `/api/v1/deals/${deal}/objections/${Object.keys(state.objections)[0]}/supervise`,
      { data: { note: 'I saw it myself' }, headers: { 'idempotency-key': 'supervised-by-oneself' } },
    )
    expect([answer.status(), (await answer.json()).code]).toEqual([403, 'OBJECTION_SUPERVISOR_IS_IMPLEMENTER'])
  })

  it('a manager supervises it, and it is closed as answered', async () => {
    const page = as('mira')
    await page.goto('/deals')
    await page.getByRole('link', { name }).waitFor()
    await look('mira', 'deals')
    await page.getByRole('link', { name }).click()
    const { objection } = dealPage(page)
    await takeStep(objection('Too expensive'), 'Supervise', { 'What you saw': 'Heard it from the customer' })
    const { panel, objection: mine } = dealPage(as('rosa'))
    await takeStep(mine('Too expensive'), 'Close objection')
    await panel('Objections').getByText('1 closed').click()
    await panel('Objections').getByText('Price · answered').waitFor()
  })

  it('a due time that passes escalates: the manager is told, and the rep sees the task as overdue', async () => {
    const manager = as('mira')
    const page = as('rosa')
    await manager.getByRole('button', { name: 'Notifications' }).click()
    await manager.getByText('Task overdue: Bring the contract to signature').waitFor({ timeout: 45_000 })
    await look('mira', 'notifications')
    await page.goto('/tasks')
    await page.getByRole('region', { name: 'Overdue' }).getByText('Bring the contract to signature').waitFor()
    await look('rosa', 'tasks')
  })

  it('the signed contract ends the purchase, and the rep closes the deal as won', async () => {
    const page = as('rosa')
    await page.getByRole('button', { name: 'Record what it brought' }).click()
    await page.getByRole('checkbox', { name: 'Signed contract', checked: true }).waitFor()
    await look('rosa', 'recording')
    await writeDown(page, { kind: 'Visit', note: 'Signed at their plant' })
    await page.getByRole('region', { name: 'My deals' }).getByRole('link', { name }).click()
    await dealPage(page).stage('Contract signed', 'completed').waitFor()
    await page.getByRole('button', { name: 'Close deal' }).click()
    const dialog = page.getByRole('dialog', { name: 'Close deal' })
    await dialog.getByLabel('Reason').fill('They needed it before the summer')
    await dialog.getByRole('button', { name: 'Close deal' }).click()
    await page.getByText('Reason: They needed it before the summer').waitFor()
    await page.goto('/deals?status=closed')
    await page.getByRole('row', { name: new RegExp(`${name}.*won`) }).waitFor()
    await look('rosa', 'closed deals')
  })
})

describe('the pages of the story, to those who do not see or point', () => {
  it.each([
    'sign-in',
    'people',
    'segments',
    'drawing',
    'deal',
    'requests',
    'request',
    'deal with an objection',
    'deals',
    'notifications',
    'tasks',
    'recording',
    'closed deals',
  ])('“%s” keeps nobody out, as far as axe finds', (what) => {
    expect(found.get(what)).toEqual([])
  })
})

// biome-ignore lint/suspicious/noExplicitAny: a story says what it expects of an answer, whatever its type claims
type Told = any

/** What the API says to whoever is at this page. */
const told = async (page: Page, path: string): Promise<Told> => (await page.request.get(`/api/v1${path}`)).json()
