import { afterAll, beforeAll, expect, it } from 'vitest'
import { diffModels, type ProcessModel, processModelSchema } from '#engine'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { aVisit } from '../../tests/support/deal-events.ts'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'

let api: RunningApi
let manager: Person
beforeAll(async () => {
  api = await runningApi()
  manager = await api.signedIn('manager')
})
afterAll(() => api.stop(), 60_000)

const version = processModelSchema.parse(smallPurchase)
const reason = 'They audit every supplier'
/** The model with one more thing asked of its first stage. */
const withAudit = (model: ProcessModel, from = ['handler']): ProcessModel => ({
  ...model,
  stages: model.stages.map((stage, n) => {
    const audit = { id: 'site-audit', name: 'Site audit', value: { kind: 'flag' as const }, grade: 'said' as const }
    return n === 0 ? { ...stage, elements: [...stage.elements, { ...audit, required: true, from }] } : stage
  }),
})
const audited = diffModels(version, withAudit(version))
const inquiry = { 'element.inquiry': true }

it('a deal is adapted, waits for what only it asks, and is as its version again once that is taken back', async () => {
  const deal = await api.running.newDeal()
  const other = await api.running.newDeal()
  const adapted = await manager.post(`/deals/${deal}/adapt`, { changes: audited, reason }, 'once')
  expect(adapted).toMatchObject({ status: 201, body: { seq: 2 } })
  expect((await manager.post(`/deals/${deal}/adapt`, { changes: audited, reason }, 'once')).body).toEqual({ seq: 2 })
  for (const id of [deal, other]) await api.running.deals.change(id, { event: aVisit('asked', inquiry) })

  const page = (await manager.get(`/deals/${deal}`)).body
  expect(page.model.stages[0].elements).toContainEqual(expect.objectContaining({ id: 'site-audit' }))
  expect([page.version, page.state.own]).toEqual([1, audited])
  expect(page.state.stages.need.status).toBe('open')
  expect(Object.values(page.state.deviations)).toMatchObject([{ kind: 'adapt-model', reason, changes: audited }])
  expect((await manager.get(`/deals/${other}`)).body.state.stages.need.status).toBe('completed')

  const back = diffModels(withAudit(version), version)
  expect((await manager.post(`/deals/${deal}/adapt`, { changes: back, reason: 'No audit after all' })).status).toBe(201)
  const after = (await manager.get(`/deals/${deal}`)).body.state
  expect(after).not.toHaveProperty('own')
  expect([after.planHash, after.stages.need.status]).toEqual([api.running.plan.hash, 'completed'])
}, 60_000)

it('what makes an error in its model, or does not fit it, is refused, and the deal stays as it is', async () => {
  const deal = await api.running.newDeal()
  const wrong = diffModels(version, withAudit(version, ['nobody']))
  const refused = await manager.post(`/deals/${deal}/adapt`, { changes: wrong, reason })
  expect([refused.status, refused.body.code]).toEqual([422, 'MODEL_HAS_ERRORS'])
  const gone = diffModels(withAudit(version), version)
  expect((await manager.post(`/deals/${deal}/adapt`, { changes: gone, reason })).body.code).toBe('CHANGES_DO_NOT_FIT')
  expect((await manager.post(`/deals/${deal}/adapt`, { changes: audited, reason: ' ' })).status).toBe(400)
  expect((await manager.get(`/deals/${deal}`)).body.state.seq).toBe(1)
}, 60_000)
