import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

let api: RunningApi
let rep: Person
let colleague: Person
let manager: Person
let deal: string
let seq: number
beforeAll(async () => {
  api = await runningApi()
  rep = await api.signedIn('rep')
  colleague = await api.signedIn('rep')
  manager = await api.signedIn('manager')
  deal = (await rep.post('/deals', { segmentId: api.segment, name: `Press line ${randomUUID()}` })).body.id
  const recorded = await rep.post(`/deals/${deal}/interactions`, {
    interaction: { kind: 'visit', at: new Date().toISOString(), note: 'Walked their line with the foreman' },
    observations: [{ fact: 'element.inquiry', value: true }],
  })
  seq = recorded.body.seq
})
afterAll(() => api?.stop())

const codeOf = async (answer: Promise<{ body: { code?: string } }>) => (await answer).body.code

test('what a manager says of an interaction stands at it, and its seller is told', async () => {
  const remark = { seq, kind: 'coaching', text: 'Next time ask for the budget there and then' }
  expect((await manager.post(`/deals/${deal}/remarks`, remark)).status).toBe(201)
  expect((await rep.get(`/deals/${deal}/remarks`)).body.items).toMatchObject([{ ...remark, by: { id: manager.id } }])
  expect((await rep.get('/notifications')).body.items).toContainEqual(
    expect.objectContaining({ kind: 'coached', subject: remark.text, dealId: deal }),
  )
  expect(await codeOf(colleague.get(`/deals/${deal}/remarks`))).toBe('DEAL_NOT_FOUND')
})

test('an example for a stage is there for all sellers, without the customer for who does not work the deal', async () => {
  const remark = { seq, kind: 'best-practice', text: 'Walk the line before you talk of price', stage: 'need' }
  const { body } = await manager.post(`/deals/${deal}/remarks`, remark)
  const shownTo = async (person: Person) =>
    (await person.get(`/segments/${api.segment}/best-practice?stage=need`)).body.items
  expect(await shownTo(colleague)).toMatchObject([
    { id: body.id, text: remark.text, kind: 'visit', seller: { id: rep.id }, deal: null },
  ])
  expect(await shownTo(rep)).toMatchObject([{ deal: { id: deal } }])
  const other = await api.signedIn('manager')
  expect(await codeOf(other.ask('DELETE', `/remarks/${body.id}`))).toBe('REMARK_NOT_FOUND')
  expect((await manager.ask('DELETE', `/remarks/${body.id}`)).status).toBe(200)
  expect(await shownTo(rep)).toEqual([])
})

test('only an interaction is remarked on, and only by managers', async () => {
  const opened = { seq: 1, kind: 'coaching', text: 'Well opened' }
  expect(await codeOf(manager.post(`/deals/${deal}/remarks`, opened))).toBe('REMARK_NOT_ON_INTERACTION')
  expect(await codeOf(rep.post(`/deals/${deal}/remarks`, { ...opened, seq }))).toBe('NOT_ALLOWED')
  expect(await codeOf(manager.post(`/deals/${deal}/remarks`, { ...opened, seq, text: ' ' }))).toBe('REQUEST_INVALID')
})
