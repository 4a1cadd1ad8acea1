import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ProcessModelDraft } from '#engine'
import { type Person, type RunningApi, runningApi } from '../../tests/support/running-api.ts'
import type { DealPage } from './contract.ts'

/** A buyer with counsel and finance beside, and a director above. */
const model: ProcessModelDraft = {
  formatVersion: 1,
  name: 'Side by side',
  stages: [
    {
      id: 'signed-off',
      name: 'Purchase signed off',
      end: 'won',
      commitments: ['buyer', 'counsel', 'controller', 'director'].map((role) => ({
        id: `${role}-signs`,
        name: `The ${role} signs`,
        role,
        required: false,
      })),
      exit: { fact: 'layer.board', operator: 'equal', value: true },
    },
  ],
  chain: {
    layers: [
      { id: 'review', name: 'Review' },
      { id: 'board', name: 'Board' },
    ],
    specialists: [
      { id: 'legal', name: 'Legal', layer: 'review' },
      { id: 'finance', name: 'Finance', layer: 'review' },
    ],
    roles: [
      { id: 'buyer', name: 'Buyer', kind: 'gatekeeper', layer: 'review' },
      { id: 'counsel', name: 'Counsel', kind: 'gatekeeper', specialist: 'legal' },
      { id: 'controller', name: 'Controller', kind: 'gatekeeper', specialist: 'finance' },
      { id: 'director', name: 'Director', kind: 'decider', layer: 'board' },
    ],
    policies: { absent: 'delegate-signs' },
  },
}

let api: RunningApi
let manager: Person
beforeAll(async () => {
  api = await runningApi({ model })
  manager = await api.signedIn('manager')
})
afterAll(() => api.stop(), 60_000)

it('departments that sign side by side take a signer, a return and a delegate through the API, and the deal’s page tells whose turn it is', async () => {
  const deal = await api.running.newDeal()
  const step = async (path: string, body: object) => {
    const answer = await manager.post(`/deals/${deal}/${path}`, body)
    expect([path, answer.status]).toEqual([path, 201])
  }
  const sign = (...roles: string[]) =>
    step('interactions', {
      interaction: { kind: 'mail', at: new Date().toISOString() },
      observations: roles.map((fact) => ({ fact, value: true, grade: 'written' })),
    })
  const page = async () => (await manager.get(`/deals/${deal}`)).body as DealPage
  const next = async () =>
    (await page()).ladder.flatMap(({ parts }) =>
      parts.flatMap(({ signers }) => signers.filter(({ status }) => status === 'next').map(({ role }) => role)),
    )

  await sign('commitment.buyer-signs', 'commitment.counsel-signs', 'commitment.controller-signs')
  expect(await next()).toEqual(['director'])
  await step('sign-off/return', { layer: 'review', specialist: 'legal', reason: 'The liability clause was changed' })
  expect(await next()).toEqual(['counsel'])
  await step('signers', {
    layer: 'review',
    specialist: 'finance',
    name: 'Auditor',
    place: 'after',
    reason: 'New rules',
  })
  const [audit = ''] = Object.keys((await page()).state.signers ?? {})
  expect(await next()).toEqual(['counsel', audit])
  await sign('commitment.counsel-signs', `signature.${audit}`)
  expect(await next()).toEqual(['director'])

  const named = { title: '', contact: '' }
  await step('people', { role: 'buyer', name: 'Deputy', ...named })
  const [deputy = ''] = Object.keys((await page()).state.people ?? {})
  const until = new Date(Date.now() + 86_400_000).toISOString()
  await step('people', { role: 'director', name: 'Director', ...named, away: { until, delegate: deputy } })
  expect(await next()).toEqual(['director'])
  await sign('commitment.buyer-signs')
  const after = await page()
  expect(after.state.stages['signed-off']?.status).toBe('completed')
  expect(after.ladder.at(-1)?.parts[0]?.signers).toMatchObject([{ status: 'signed', isSignedFor: true }])
}, 60_000)
