import type { Page } from 'playwright-core'
import type { ProcessModel } from '#engine'
import type { Role } from '../../api/people/contract.ts'
import { askingAs } from './asking.ts'
import { leaner } from './leaner.ts'

/** Who works in the house, each at a page of their own. */
export type Colleagues = Record<Exclude<Role, 'admin'>, Page>

/** What the house has to show, by the names that addresses give it. */
export type House = Record<
  'segmentId' | 'funnelId' | 'baseId' | 'version' | 'moveId' | 'dealId' | 'requestId' | 'reviewId',
  string
>

type Named = { id: string; name: string }
type Drawing = { model: ProcessModel; revision: number }

/**
 * Deals at work on two versions of a model, one moved from the first to the second, and a base that a segment rests on. One
 * deal has an objection, a request to the legal department, people at the customer's, and steps outside the model. Its
 * account is a key account, which a manager is to visit. Beside them a mass segment with a lead at every stage.
 */
export async function houseAtWork({ rep, ops, manager }: Colleagues): Promise<House> {
  const [asRep, asOps, asManager] = [askingAs(rep), askingAs(ops), askingAs(manager)]
  const { items } = await asOps<{ items: Named[] }>('GET', '/segments')
  const segmentId = items.find(({ name }) => name === 'Enterprise software')?.id ?? ''
  const opens = (n: number) =>
    asRep<Named>('POST', '/deals', { segmentId, name: `Press line ${n}`, account: `Harbour Mills ${n}` })
  const [first, second] = [await opens(1), await opens(2), await opens(3)]
  const requestId = await worked(asRep, first.id)

  const { model, revision } = await asOps<Drawing>('GET', `/segments/${segmentId}/model`)
  const saved = await asOps<Drawing>('PUT', `/segments/${segmentId}/model`, { model: leaner(model), revision })
  await publish(`/segments/${segmentId}`, saved.revision)
  const move = await asOps<Named>('POST', `/segments/${segmentId}/moves`, { version: 2, deals: [second.id] })

  const base = await asOps<Named>('POST', '/base-models', {
    name: 'How plants buy',
    from: { kind: 'segment', id: segmentId },
  })
  const drawn = await asOps<Drawing>('GET', `/base-models/${base.id}/model`)
  await publish(`/base-models/${base.id}`, drawn.revision)
  await asManager('POST', `/deals/${first.id}/deviations`, {
    deviation: { kind: 'skip-stage', stage: model.stages[0]?.id },
    reason: 'They came to us with a signed request',
  })
  const { review } = await asManager<{ review: Named }>('POST', '/reviews', { name: 'Spring review', of: { all: {} } })
  const { items: steps } = await asManager<{ items: { seq: number; event: { kind: string } }[] }>(
    'GET',
    `/deals/${first.id}/history`,
  )
  await asManager('POST', `/deals/${first.id}/remarks`, {
    seq: steps.find(({ event }) => event.kind === 'interaction-recorded')?.seq,
    kind: 'best-practice',
    stage: leaner(model).stages[1]?.id,
    text: 'Walk the line before you talk of price',
  })
  await lookedAfter(asManager, asRep, first.id)
  return {
    segmentId,
    funnelId: await funnelAtWork(asManager, asOps),
    baseId: base.id,
    version: '2',
    moveId: move.id,
    dealId: first.id,
    requestId,
    reviewId: review.id,
  }

  async function publish(of: string, at: number): Promise<void> {
    await asOps('POST', `${of}/model/publish`, { note: 'What the last quarter taught', revision: at })
  }
}

/** The manager is asked along to a deal's customer, which is a key account of theirs. */
async function lookedAfter(
  asManager: ReturnType<typeof askingAs>,
  asRep: ReturnType<typeof askingAs>,
  deal: string,
): Promise<void> {
  const { id: manager } = await asManager<Named>('GET', '/me')
  const visit = { at: new Date(Date.now() + 3 * 86_400_000).toISOString(), meet: 'The plant manager' }
  await asRep('POST', `/deals/${deal}/support-requests`, {
    name: 'Come along to their plant',
    of: { kind: 'manager', manager, visit },
  })
  const { accounts } = await asManager<{ accounts: { items: Named[] } }>('GET', '/search?q=Harbour%20Mills%201')
  await asManager('PUT', `/key-accounts/${accounts.items[0]?.id}`, { reason: 'A third of our sales' })
}

/** A mass segment whose funnel has its own stages and fields, with some leads; gives its id. */
async function funnelAtWork(
  asManager: ReturnType<typeof askingAs>,
  asOps: ReturnType<typeof askingAs>,
): Promise<string> {
  const { id } = await asOps<Named>('POST', '/segments', { name: 'Cafés', mode: 'funnel' })
  const stages = ['New', 'Called', 'Tasting', 'Unsuitable'].map((name) => ({ id: name.toLowerCase(), name }))
  const fields = [
    { id: 'seats', name: 'Seats', value: { kind: 'number' } },
    { id: 'city', name: 'City', value: { kind: 'text' } },
  ]
  await asOps('PUT', `/segments/${id}/funnel`, { revision: 0, funnel: { stages, fields } })
  for (const [n, { id: stage }] of stages.entries())
    await asManager('POST', `/segments/${id}/leads`, {
      name: `Harbour Café ${n + 1}`,
      account: 'Harbour Cafés',
      contact: 'Mei Chen, 0912 345 678',
      stage,
      tags: n % 2 === 0 ? ['spring campaign', 'two machines'] : [],
      fields: { seats: 20 * (n + 1), city: 'Tainan' },
    })
  return id
}

/** Works a deal for a while; gives the id of what it asks of the legal department. */
async function worked(ask: ReturnType<typeof askingAs>, deal: string): Promise<string> {
  const { model } = await ask<{ model: ProcessModel }>('GET', `/deals/${deal}`)
  const step = (path: string, body: object) => ask('POST', `/deals/${deal}/${path}`, body)
  await step('interactions', {
    interaction: { kind: 'visit', at: new Date().toISOString(), note: 'At their plant', participants: ['Ada Lund'] },
    observations: [{ fact: 'element.pain', value: 'Changeovers take a day', grade: 'written' }],
  })
  await step('people', { name: 'Ada Lund', role: model.chain.roles[0]?.id })
  await step('objections', {
    type: model.objectionTypes[0]?.id,
    statement: 'We just bought another',
    stage: model.stages[0]?.id,
  })
  await step('support-requests', { name: 'Look at their terms', of: { kind: 'department', department: 'legal' } })
  await step('deviations', {
    deviation: { kind: 'add-action', stage: model.stages[0]?.id, name: 'Show the reference plant' },
    reason: 'They asked to see one',
  })
  const { state } = await ask<{ state: { supportRequests: Record<string, unknown> } }>('GET', `/deals/${deal}`)
  return Object.keys(state.supportRequests)[0] ?? ''
}
