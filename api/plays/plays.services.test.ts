import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileModel, play, processModelSchema } from '#engine'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

let api: RunningApi
let rep: Person
let ops: Person
beforeAll(async () => {
  api = await runningApi()
  rep = await api.signedIn('rep')
  ops = await api.signedIn('ops')
})
afterAll(() => api?.stop())

async function aDealWithAnInquiry() {
  const name = `Press line ${randomUUID()}`
  const { id } = (await rep.post('/deals', { segmentId: api.segment, name })).body
  const observations = [{ fact: 'element.inquiry', value: true, grade: 'said' }]
  const interaction = {
    kind: 'visit',
    at: new Date().toISOString(),
    note: 'They whispered',
    participants: ['A. Buyer'],
  }
  await rep.post(`/deals/${id}/interactions`, { interaction, observations })
  return { id, name, page: (await rep.get(`/deals/${id}`)).body }
}

test('sales operations plays what a deal did on the drawing, and it comes to where the deal stands', async () => {
  const { id, name, page } = await aDealWithAnInquiry()
  const listed = await ops.get(`/segments/${api.segment}/plays?search=${encodeURIComponent(name)}`)
  expect(listed.body.items).toEqual([{ id, name }])
  const recorded = (await ops.get(`/segments/${api.segment}/plays/${id}`)).body
  const plan = compileModel(processModelSchema.parse(page.model))
  const last = (await play(plan, recorded.steps, recorded.start)).at(-1)
  const statuses = (stages: object) =>
    Object.fromEntries(Object.entries(stages).map(([stage, { status }]) => [stage, status]))
  expect(statuses(last?.state.stages ?? {})).toEqual(statuses(page.state.stages))
})

test('a play carries nobody’s words and nobody’s names', async () => {
  const { id } = await aDealWithAnInquiry()
  const text = JSON.stringify((await ops.get(`/segments/${api.segment}/plays/${id}`)).body)
  expect(text).not.toContain('whispered')
  expect(text).not.toContain('Buyer')
})

test('a deal of no segment, or of another, is told so', async () => {
  const answer = await ops.get(`/segments/${api.segment}/plays/${randomUUID()}`)
  expect(answer.status).toBe(404)
  expect(answer.body.code).toBe('DEAL_NOT_FOUND')
})
