import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import type { DealRow } from '../../api/deals/contract.ts'
import type { User } from '../../api/people/contract.ts'
import type { RequestRow } from '../../api/work/contract.ts'
import { arrive } from '../story/arrive.ts'
import { askingAs } from '../story/asking.ts'
import { writeDown } from '../story/rep.ts'
import { barriers } from '../support/accessibility.ts'
import { aBrowser, signedIn } from '../support/browser.ts'
import { type RunningProduct, runningProduct } from '../support/running-product.ts'
import { choose, picture, sidewaysBy } from '../support/screen.ts'
import { importTeam } from './imported-team.ts'

const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const password = 'correct horse battery'
const pain = '換線一次要花掉整整一天，產線主管每週都要加班'

let product: RunningProduct
let browser: Browser
const people = new Map<string, Page>()
const as = (who: string): Page => people.get(who) as Page
/** Anna's deals that the CRM called engaging, with an account, those that have been there longest first. */
let deals: DealRow[]

/** The team of Dustin Brinkmann out of the CRM's export: Anna Snelling sells, he manages; May and Ben are in the legal department. */
beforeAll(async () => {
  ;[product, browser] = await Promise.all([runningProduct(), aBrowser()])
  const admin = (await signedIn(browser, product.url, product.admin)).page
  const told = await importTeam(product.data, 'Dustin Brinkmann')
  expect(told).toContain('80  opened')
  const { items } = await askingAs(admin)<{ items: User[] }>('GET', '/users')
  for (const name of ['Anna Snelling', 'Dustin Brinkmann']) {
    const { id, email, role } = items.find((one) => one.name === name) as User
    await askingAs(admin)('PUT', `/users/${id}`, { name, role, departments: [], password })
    people.set(name, (await signedIn(browser, product.url, { email, password })).page)
  }
  const house = { product, browser, admin }
  const legal = { role: 'Resource owner', departments: ['Legal'] }
  for (const name of ['May 陳美玲', 'Ben von Bartholomäus-Schönberg'])
    people.set(name.split(' ')[0] as string, await arrive(house, { name, ...legal }))
  for (const page of people.values()) page.context().setDefaultTimeout(30_000)
  const { items: all } = await askingAs(as('Anna Snelling'))<{ items: DealRow[] }>(
    'GET',
    '/deals?pageSize=100&direction=up',
  )
  deals = all.filter(({ account, openStages }) => account && openStages[0]?.id === 'problem-disclosed')
}, 400_000)
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Looks at a page wide and on a phone, in Chinese and in the dark: nobody is kept out, and nothing scrolls sideways. */
async function look(page: Page, what: string): Promise<void> {
  for (const screen of [wide, phone]) {
    await page.setViewportSize(screen)
    await picture(page, `${what} ${screen.width}`)
    expect([what, await sidewaysBy(page)]).toEqual([what, 0])
  }
  expect(await barriers(page)).toEqual([])
  await page.setViewportSize(wide)
}

const answersTo = (page: Page, question: string): Locator => page.getByText(question).first()

it('a rep sees on a phone what is owed and still to come from whom, and records a visit in one go', async () => {
  const rep = as('Anna Snelling')
  onTestFailed(() => picture(rep, 'failed rep'))
  const [{ name = '' } = {}] = deals
  await rep.setViewportSize(phone)
  await rep.goto('/tasks')
  const stages = rep.getByRole('list', { name: 'Stages of Enterprise software' })
  const chip = stages.getByRole('listitem', { name, exact: true })
  await chip.waitFor()
  expect(await chip.textContent()).toContain('People involved named from Project lead or Champion')
  await look(rep, 'today')

  await rep.setViewportSize(phone)
  const begun = performance.now()
  await chip.getByRole('button', { name: `Record an interaction on ${name}` }).click()
  const drawer = rep.getByRole('dialog', { name: 'Record an interaction' })
  for (const [fact, value] of Object.entries({ 'Pain disclosed': pain, 'People involved named': '廠長陳建宏' })) {
    await drawer.getByRole('checkbox', { name: fact }).check()
    await drawer.getByRole('textbox', { name: fact, exact: true }).fill(value)
  }
  await look(rep, 'recording')
  await rep.setViewportSize(phone)
  await writeDown(rep, { kind: 'Visit', note: '和廠長走了一遍產線；預算要等第三季核定' })
  await rep.getByText(`Recorded on ${name}`).waitFor()
  console.log(`recorded in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  await expect.poll(() => chip.textContent()).not.toContain('Pain disclosed')
})

it('on the deal’s page the rep steps outside the model in one line, and asks the lawyers', async () => {
  const rep = as('Anna Snelling')
  onTestFailed(() => picture(rep, 'failed deal'))
  const [{ id = '', name = '' } = {}] = deals
  await rep.setViewportSize(wide)
  await rep.goto(`/deals/${id}`)
  await rep.getByRole('heading', { name, level: 1 }).waitFor()
  await answersTo(rep, pain).waitFor()
  await rep.getByRole('button', { name: 'Step outside the model' }).click()
  await rep.getByRole('radio', { name: 'Add an action' }).check()
  await choose(rep.getByLabel('Stage', { exact: true }), 'Problem disclosed')
  await rep.getByLabel('What is to be done').fill('先帶他們看一家同業的產線')
  await rep.getByLabel('Reason, in one line').fill('廠長要先看過')
  await rep.getByRole('button', { name: 'Record deviation' }).click()
  await rep.getByText('Added an action: 先帶他們看一家同業的產線').first().waitFor()
  const due = new Date(Date.now() + 3 * 86_400_000).toISOString()
  const of = { kind: 'department', department: 'legal' }
  for (const { id } of deals.slice(0, 3))
    await askingAs(rep)('POST', `/deals/${id}/support-requests`, { name: '看一下保密協議第七條的賠償上限', of, due })
  await look(rep, 'deal')
})

it('a resource owner takes a request, asks back, and answers once the seller has', async () => {
  const rep = as('Anna Snelling')
  // Legal works in turn, so it may be either of them.
  const { items } = await askingAs(as('May'))<{ items: RequestRow[] }>('GET', '/support-requests')
  const asked = items.find(({ dealId }) => dealId === deals[0]?.id)
  const lawyer = as(asked?.owner?.name.split(' ')[0] ?? 'nobody')
  onTestFailed(() => picture(lawyer, 'failed queue'))
  await lawyer.goto('/queue')
  const mine = lawyer.getByRole('row').filter({ hasText: deals[0]?.name ?? '' })
  await mine.waitFor()
  await look(lawyer, 'queue')
  await mine.getByRole('link').first().click()
  await lawyer.getByText(pain).first().waitFor()
  await lawyer.getByRole('button', { name: 'Accept', exact: true }).click()
  await lawyer.getByRole('button', { name: 'Ask the seller' }).click()
  await lawyer.getByLabel('Your question to Anna Snelling').fill('他們的上限是多少？')
  await lawyer.getByRole('button', { name: 'Ask the seller' }).click()
  await lawyer.getByText('The clock stands while Anna Snelling answers').waitFor()
  await look(lawyer, 'request')

  const support = rep.getByRole('region', { name: 'Support requests', exact: true })
  await rep.reload()
  await support.getByText('他們的上限是多少？').waitFor()
  await support.getByLabel(/^Your answer/).fill('合約金額的一半')
  await support.getByRole('button', { name: 'Send answer' }).click()
  await answersTo(lawyer, '合約金額的一半').waitFor()
  await lawyer.getByRole('radio', { name: /^Answer/ }).check()
  await lawyer.getByLabel('Note').fill('可以接受，但要寫明不含間接損失')
  await lawyer.getByRole('button', { name: 'Send answer' }).click()
  await lawyer.waitForURL('**/queue')
  await support.getByText('可以接受，但要寫明不含間接損失').waitFor()
})

it('a manager sees who is stuck where, gives all of a seller’s deals at a stage a task, takes it back, and coaches', async () => {
  const [rep, manager] = [as('Anna Snelling'), as('Dustin Brinkmann')]
  onTestFailed(() => picture(manager, 'failed manager'))
  const task = '本週內約到他們的使用部門主管'
  await manager.goto('/cohort')
  await manager.getByRole('button', { name: /^Problem disclosed/ }).click()
  await choose(manager.getByLabel('Seller'), 'Anna Snelling')
  await manager.getByRole('row').filter({ hasText: 'Meeting on requirements accepted' }).first().waitFor()
  await look(manager, 'cohort')
  await manager.getByRole('checkbox', { name: 'Choose all on this page' }).check()
  await manager.getByRole('button', { name: 'Give a task' }).click()
  const drawer = manager.getByRole('dialog')
  await drawer.getByLabel('What is to be done').fill(task)
  await drawer.getByLabel('Reason').fill('The quarter ends')
  await drawer.getByRole('button', { name: 'Give a task' }).click()
  await drawer.getByText(/done on \d+ deals/).waitFor({ timeout: 90_000 })
  await look(manager, 'batch')
  await rep.goto('/tasks')
  const given = rep.getByRole('listitem', { name: task, includeHidden: true })
  await expect.poll(() => given.count()).toBeGreaterThan(0)
  await drawer.getByRole('button', { name: 'Take it back' }).click()
  await drawer.getByLabel('Reason').fill('Next quarter will do')
  await drawer.getByRole('button', { name: 'Take it back' }).click()
  await drawer.getByText(/taken back on \d+ deals/).waitFor({ timeout: 90_000 })

  await manager.goto(`/deals/${deals[0]?.id}`)
  await manager.getByRole('button', { name: 'Coach or mark as best practice' }).first().click()
  await manager.getByLabel('What is to be learnt').fill('下次當場問清楚預算由誰核定')
  await manager.getByRole('button', { name: 'Save', exact: true }).click()
  await manager.locator('.history').getByText('下次當場問清楚預算由誰核定').waitFor()
})

it('a manager goes through an account offline: the workbook goes out, is filled in, and comes back as changes', async () => {
  const manager = as('Dustin Brinkmann')
  onTestFailed(() => picture(manager, 'failed review'))
  const { review } = await askingAs(manager)<{ review: { id: string } }>('POST', '/reviews', {
    name: '年底盤點',
    of: { deals: deals.slice(0, 5).map(({ id }) => id) },
  })
  await manager.goto(`/reviews/${review.id}`)
  await manager.getByText('1 of 5', { exact: true }).waitFor()
  await look(manager, 'review')
  await manager.getByRole('button', { name: 'Fill in offline' }).click()
  const [download] = await Promise.all([
    manager.waitForEvent('download'),
    manager.getByRole('link', { name: 'Workbook (.xlsx)' }).click(),
  ])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(readFileSync(await download.path())).buffer)
  book.worksheets[0]?.eachRow((row) => {
    if (row.getCell(10).text.includes(`"${deals[1]?.id}","element.pain"`)) row.getCell(8).value = '=交期常常延誤'
  })
  await manager.getByRole('button', { name: 'Take a sheet in' }).click()
  const sheet = manager.getByRole('dialog')
  await sheet.locator('input[type=file]').setInputFiles({
    name: '年底盤點.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await book.xlsx.writeBuffer()),
  })
  await sheet.getByRole('button', { name: 'Take 1 change' }).waitFor()
  await look(manager, 'sheet')
  await sheet.getByRole('button', { name: 'Take 1 change' }).click()
  await sheet.getByText('1 change taken').waitFor()
  await manager.goto(`/deals/${deals[1]?.id}`)
  await manager.getByText('交期常常延誤').first().waitFor()
})

it('a process owner sees who has too much, tries out a shift, and carries it out', async () => {
  const owner = as('Dustin Brinkmann')
  onTestFailed(() => picture(owner, 'failed load'))
  await owner.goto('/load')
  await owner.getByRole('button', { name: 'Legal', exact: true }).click()
  const board = owner.getByRole('region', { name: 'Who has what in Legal' })
  const openOf = async (name: string) => {
    const row = board.getByRole('row', { name: new RegExp(`^${name}`) })
    return Number.parseInt((await row.getByRole('cell').nth(1).textContent()) ?? '', 10)
  }
  await board.getByRole('row', { name: /^Ben/ }).waitFor()
  const has = { May: await openOf('May'), Ben: await openOf('Ben') }
  expect(has.May + has.Ben).toBe(2)
  const [from, to] = has.May > 0 ? (['May', 'Ben'] as const) : (['Ben', 'May'] as const)
  const whatIf = owner.getByRole('region', { name: 'What if …' })
  const fullName = { May: 'May 陳美玲', Ben: 'Ben von Bartholomäus-Schönberg' }
  await choose(whatIf.getByLabel('From', { exact: true }), fullName[from])
  await choose(whatIf.getByLabel('To', { exact: true }), fullName[to])
  await whatIf.getByLabel('How many, the soonest due first').fill('1')
  await whatIf.getByRole('button', { name: 'Suppose it' }).click()
  await whatIf.getByText(/1 request goes from/).waitFor()
  await look(owner, 'load')
  await whatIf.getByRole('button', { name: 'Carry it out' }).click()
  await whatIf.getByText('1 request shifted').waitFor({ timeout: 100_000 })
  await expect.poll(() => openOf(to)).toBe(has[to] + 1)
})

it('in Chinese nothing of the product’s own is left in English where these people work', async () => {
  const rep = as('Anna Snelling')
  onTestFailed(() => picture(rep, 'failed chinese'))
  for (const [language, dark, today] of [
    ['zh-Hant', true, '今天'],
    ['zh-Hans', false, '今天'],
  ] as const) {
    await rep.evaluate(
      ([language, dark]) => {
        localStorage.setItem('keynode.language', String(language))
        localStorage.setItem('keynode.preferences', JSON.stringify({ state: { dark }, version: 0 }))
      },
      [language, dark] as const,
    )
    await rep.goto('/tasks')
    await rep.getByRole('heading', { name: today, level: 1 }).waitFor()
    await rep
      .getByRole('listitem', { name: deals[2]?.name ?? '', exact: true })
      .first()
      .waitFor()
    await look(rep, `today ${language}`)
    await rep.goto(`/deals/${deals[0]?.id}`)
    await rep.getByText(pain).first().waitFor()
    await look(rep, `deal ${language}`)
  }
})
