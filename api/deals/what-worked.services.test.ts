import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

let api: RunningApi
let rep: Person
let other: Person
beforeAll(async () => {
  api = await runningApi()
  ;[rep, other] = await Promise.all([api.signedIn('rep'), api.signedIn('rep')])
})
afterAll(() => api?.stop())

const opens = async (seller: Person, name: string): Promise<string> =>
  (await seller.post('/deals', { segmentId: api.segment, name })).body.id
const meets = (seller: Person, deal: string, kind: string, observations: { fact: string; value: unknown }[] = []) =>
  seller.post(`/deals/${deal}/interactions`, { interaction: { kind, at: new Date().toISOString() }, observations })
const inquiry = { fact: 'element.inquiry', value: true }
const worked = async (deal: string) => (await rep.get(`/deals/${deal}/what-worked`)).body.items
const completes = async (deal: string, action: string) => {
  const { tasks } = (await other.get(`/deals/${deal}`)).body.state
  const [id] = Object.entries<{ action?: string }>(tasks).find(([, task]) => task.action === action) ?? []
  return other.post(`/deals/${deal}/tasks/${id}/complete`, { note: '' })
}

test('too few deals that passed a stage say nothing about it', async () => {
  const mine = await opens(rep, 'Press')
  for (const n of [1, 2, 3]) await meets(other, await opens(other, `Passed ${n}`), 'call', [inquiry])
  expect(await worked(mine)).toEqual([])
})

test('a rep reads what was done before on deals that passed where theirs stands, and on those lost there', async () => {
  const mine = await opens(rep, 'Lathe')
  const visited = await opens(other, 'Visited')
  await completes(visited, 'visit-handler')
  await meets(other, visited, 'visit')
  await meets(other, visited, 'visit', [inquiry])
  const lost = await opens(other, 'Lost')
  await meets(other, lost, 'mail')
  await meets(other, lost, 'visit')
  await other.post(`/deals/${lost}/close`, { outcome: 'lost', reason: 'They bought elsewhere' })

  expect(await worked(mine)).toEqual([
    {
      stage: 'need',
      passed: 4,
      lost: 1,
      done: [
        { kind: 'interaction', name: 'call', passed: 3, lost: 0 },
        { kind: 'action', name: 'Visit the handler', passed: 1, lost: 0 },
        { kind: 'interaction', name: 'visit', passed: 1, lost: 1 },
      ],
    },
  ])
})

test('what came before a stage opened, and after it was passed, did not bring it on', async () => {
  const mine = await opens(rep, 'Mill')
  await meets(rep, mine, 'call', [inquiry])
  for (const n of [1, 2, 3, 4]) {
    const deal = await opens(other, `Funded ${n}`)
    await meets(other, deal, 'call', [inquiry])
    await meets(other, deal, 'meeting', [{ fact: 'element.budget', value: 20_000 }])
    await meets(other, deal, 'mail')
  }
  expect(await worked(mine)).toEqual([
    { stage: 'funding', passed: 4, lost: 0, done: [{ kind: 'interaction', name: 'meeting', passed: 4, lost: 0 }] },
  ])
})

test('a deal that is not mine says nothing', async () => {
  expect((await rep.get(`/deals/${await opens(other, 'Crane')}/what-worked`)).status).toBe(404)
})
