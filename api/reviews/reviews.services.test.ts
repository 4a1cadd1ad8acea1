import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

let api: RunningApi
let rep: Person
let other: Person
let manager: Person
const deals: string[] = []
beforeAll(async () => {
  api = await runningApi()
  ;[rep, other, manager] = await Promise.all([api.signedIn('rep'), api.signedIn('rep'), api.signedIn('manager')])
  for (const [name, account, seller] of [
    ['Press', 'Mills', rep],
    ['Lathe', 'Acme', rep],
    ['Crane', 'Pine', other],
  ] as const)
    deals.push((await seller.post('/deals', { segmentId: api.segment, name, account })).body.id)
})
afterAll(() => api?.stop())

const learn = (deal: string | undefined, values: Record<string, unknown>) =>
  manager.post(`/deals/${deal}/interactions`, {
    interaction: { kind: 'call', at: new Date().toISOString() },
    observations: Object.entries(values).map(([fact, value]) => ({ fact, value })),
  })
const begun = async (person: Person, of: object = { all: {} }) =>
  (await person.post('/reviews', { name: 'Spring', of })).body
const seqOf = async (deal = '') => (await manager.get(`/deals/${deal}`)).body.state.seq
type Row = {
  fact: string
  status: string
  cell: string
  said: object
  now: object | null
  given: object | null
  deal: { id: string }
}

/** The sheet of a review, with these values typed into the rows of one deal. */
async function filledIn(
  review: string,
  deal: string,
  values: Record<string, string | number>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes, status } = await manager.download(`/reviews/${review}/sheet?format=xlsx&language=zh-Hant`)
  expect(status).toBe(200)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const [sheet] = book.worksheets
  sheet?.eachRow((row) => {
    const key = row.getCell(10).text
    for (const [fact, value] of Object.entries(values))
      if (key.includes(`"${deal}","${fact}"`)) row.getCell(8).value = value
  })
  return new Uint8Array(await book.xlsx.writeBuffer())
}
const preview = async (review: string, bytes: Uint8Array<ArrayBuffer>) =>
  (await manager.upload(`/reviews/${review}/sheet`, 'spring.xlsx', bytes)).body as { rows: Row[]; unchanged: number }
const chosen = (rows: Row[]) => ({
  file: 'spring.xlsx',
  rows: rows.map(({ deal, fact, cell, said, now }) => ({ deal: deal.id, fact, cell, said, over: now })),
})

test('a rep goes through deals of their own, by account, and sees no other rep’s review; a manager sees all', async () => {
  const { review, items } = await begun(rep)
  expect(review).toMatchObject({ name: 'Spring', deals: 2, reviewed: 0, createdBy: { id: rep.id } })
  expect(items.map(({ deal }: { deal: { name: string } }) => deal.name)).toEqual(['Lathe', 'Press'])
  expect((await other.get(`/reviews/${review.id}`)).body.code).toBe('REVIEW_NOT_FOUND')
  expect((await other.get('/reviews')).body.total).toBe(0)
  expect((await manager.get('/reviews')).body.items[0].id).toBe(review.id)
  expect((await rep.post('/reviews', { name: 'No', of: { deals: [deals[2]] } })).body.code).toBe('DEAL_NOT_FOUND')
  expect((await rep.post('/reviews', { name: 'No', of: { all: { search: 'nothing' } } })).body.code).toBe(
    'DEAL_NOT_FOUND',
  )
})

test('what changed since a deal was last gone through is told; what is decided becomes tasks of whom it is given to', async () => {
  const [press = ''] = deals
  const { review } = await begun(manager, { deals: [press] })
  await learn(press, { 'element.inquiry': true })
  const first = await manager.get(`/reviews/${review.id}/deals/${press}`)
  expect(first.body).toMatchObject({ since: null, decided: null, changed: { facts: [{ fact: 'element.inquiry' }] } })
  const due = new Date(Date.now() + 86_400_000).toISOString()
  const decided = await manager.post(`/reviews/${review.id}/deals/${press}`, {
    seq: await seqOf(press),
    note: 'Ask for the budget',
    tasks: [
      { name: 'Call their finance', stage: 'funding', due },
      { name: 'Go along', stage: 'funding', assignee: manager.id },
    ],
  })
  expect(decided.body.decided).toMatchObject({ note: 'Ask for the budget', by: { id: manager.id } })
  const { tasks } = (await manager.get(`/deals/${press}`)).body.state
  expect(Object.values(tasks)).toContainEqual(
    expect.objectContaining({ name: 'Call their finance', assignee: rep.id, dueAt: due }),
  )
  expect(Object.values(tasks)).toContainEqual(expect.objectContaining({ name: 'Go along', assignee: manager.id }))
  expect((await manager.get(`/reviews/${review.id}`)).body.review).toMatchObject({ deals: 1, reviewed: 1 })

  await learn(press, { 'attribute.amount': 5000 })
  const next = await begun(manager, { deals: [press] })
  expect(next.items[0]).toMatchObject({ stepsSince: 3, reviewedAt: null })
  const { body } = await manager.get(`/reviews/${next.review.id}/deals/${press}`)
  expect(body.since).toMatchObject({ note: 'Ask for the budget', review: { name: 'Spring' } })
  expect(body.changed.facts).toEqual([{ fact: 'attribute.amount', is: { value: 5000, grade: 'said' } }])
  expect(body.changed.tasks.map(({ name }: { name: string }) => name).sort()).toEqual([
    'Call their finance',
    'Go along',
  ])
  const refused = await manager.post(`/reviews/${review.id}/deals/${press}`, {
    seq: 1,
    tasks: [{ name: 'Not theirs', stage: 'funding', assignee: other.id }],
  })
  expect(refused.body.code).toBe('USER_NOT_FOUND')
  const halfway = await manager.post(`/reviews/${review.id}/deals/${press}`, {
    seq: 1,
    tasks: [
      { name: 'Stands alone', stage: 'funding' },
      { name: 'Stands nowhere', stage: 'nowhere' },
    ],
  })
  expect(halfway.body.code).toBe('STAGE_UNKNOWN')
  expect(JSON.stringify((await manager.get(`/deals/${press}`)).body.state.tasks)).not.toContain('Stands alone')
})

test('a sheet is filled in, shown as what it would change, and taken over what was seen only', async () => {
  const [, lathe = '', crane = ''] = deals
  const { review } = await begun(manager)
  await learn(crane, { 'attribute.amount': 100 })
  const bytes = await filledIn(review.id, lathe, { 'element.inquiry': '是', 'attribute.amount': 700 })
  await learn(lathe, { 'attribute.amount': 650 })
  const { rows, unchanged } = await preview(review.id, bytes)
  expect(rows).toMatchObject([
    { status: 'conflict', fact: 'attribute.amount', given: null, now: { value: 650 }, said: { value: 700 } },
    { status: 'change', fact: 'element.inquiry', now: null, said: { value: true, grade: 'said' } },
  ])
  expect(unchanged).toBeGreaterThan(2)

  await learn(lathe, { 'attribute.amount': 660 })
  const path = `/reviews/${review.id}/changes`
  const key = `take-${review.id}`
  const taken = await manager.post(path, chosen(rows), key)
  expect(taken.body.items).toMatchObject([
    { fact: 'attribute.amount', status: 'moved-on', now: { value: 660 } },
    { fact: 'element.inquiry', status: 'done' },
  ])
  expect((await manager.post(path, chosen(rows), key)).body).toEqual(taken.body)
  const { state } = (await manager.get(`/deals/${lathe}`)).body
  expect(state.stages.need.status).toBe('completed')
  type Observation = { fact: string; value: unknown; evidence?: string }
  const observed = Object.values(state.observations as Record<string, Observation>)
  expect(observed.filter(({ fact }) => fact === 'element.inquiry')).toMatchObject([
    { value: true, evidence: expect.stringMatching(/^Spring: spring\.xlsx, H\d+$/) },
  ])
  expect(observed.some(({ value }) => value === 700)).toBe(false)

  const again = await preview(review.id, bytes)
  expect(again.rows).toMatchObject([{ status: 'conflict', now: { value: 660 } }])
  const over = await manager.post(path, chosen(again.rows))
  expect(over.body.items).toMatchObject([{ status: 'done' }])
  expect((await preview(review.id, bytes)).rows).toEqual([])
})

test('CSV goes both ways; a file that is no sheet of a review is refused with what to do', async () => {
  const { review } = await begun(manager)
  const { bytes, headers } = await manager.download(`/reviews/${review.id}/sheet?format=csv`)
  expect(headers.get('content-disposition')).toContain('Review Spring.csv')
  const text = new TextDecoder().decode(bytes)
  const changed = new TextEncoder().encode(text.replace(/(Crane,,Amount,.*?),100,said,/, '$1,150,written,'))
  expect((await manager.upload(`/reviews/${review.id}/sheet`, 'spring.csv', changed)).body.rows).toMatchObject([
    { status: 'change', deal: { name: 'Crane' }, said: { value: 150, grade: 'written' } },
  ])
  const wrong = await manager.upload(`/reviews/${review.id}/sheet`, 'list.csv', new TextEncoder().encode('a,b\n1,2\n'))
  expect([wrong.status, wrong.body.code]).toEqual([422, 'FILE_UNREADABLE'])
})
