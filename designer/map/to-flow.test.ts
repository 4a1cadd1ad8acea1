import { describe, expect, it } from 'vitest'
import { judge, type ProcessModelDraft, processModelSchema } from '#engine'
import { libraryModels } from '../../engine/library/index.ts'
import { aDeal } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import type { MapNode } from './flow-nodes.ts'
import { toFlow } from './to-flow.ts'

const modelOf = (draft: ProcessModelDraft) => processModelSchema.parse(draft)
const flowOf = (draft: ProcessModelDraft) => toFlow(modelOf(draft))
const now = '2026-03-02T09:00:00.000Z'

function cardOf(nodes: readonly MapNode[], id: string) {
  const node = nodes.find((one) => one.id === `stage:${id}`)
  if (node?.type !== 'stage') throw new Error(`no card for ${id}`)
  return node.data.card
}

const top = (nodes: readonly MapNode[], type: MapNode['type']) =>
  Math.min(...nodes.filter((node) => node.type === type).map(({ position }) => position.y))
const bottom = (nodes: readonly MapNode[], type: MapNode['type']) =>
  Math.max(...nodes.filter((node) => node.type === type).map(({ position, height = 0 }) => position.y + height))

describe('the picture of a model', () => {
  it('shows every stage, department, layer, role and call once', () => {
    const { nodes } = flowOf(smallPurchase)
    expect(nodes.map(({ id }) => id).sort()).toEqual(
      [
        'stage:need',
        'stage:funding',
        'stage:approval',
        'stage:signed',
        'heading:support',
        'lane:legal',
        'call:legal-review',
        'heading:chain',
        'layer:team',
        'layer:management',
        'layer:',
        'role:handler',
        'role:finance-head',
        'role:approver',
      ].sort(),
    )
  })

  it('draws lanes below the stages, and the chain below the lanes, with the decider on top', () => {
    const { nodes } = flowOf(smallPurchase)
    expect(top(nodes, 'lane')).toBeGreaterThan(bottom(nodes, 'stage'))
    expect(top(nodes, 'layer')).toBeGreaterThan(bottom(nodes, 'lane'))
    const y = (id: string) => nodes.find((node) => node.id === id)?.position.y ?? 0
    expect(y('layer:management')).toBeLessThan(y('layer:team'))
  })

  it('places a stage that nothing places behind those that lead to it', () => {
    const { nodes } = flowOf({ ...smallPurchase, layout: { need: { x: 100, y: 50 } } })
    const x = (id: string) => nodes.find((node) => node.id === `stage:${id}`)?.position.x ?? 0
    expect(x('need')).toBe(100)
    expect(x('approval')).toBeGreaterThan(x('funding'))
  })

  it('leaves out a line to a stage that is not drawn', () => {
    const { edges } = flowOf({ ...smallPurchase, transitions: [{ id: 'astray', from: 'need', to: 'gone' }] })
    expect(edges.filter(({ type }) => type === 'transition')).toEqual([])
  })

  it('has a lane of its own for calls on no department, and a column for those that objections make', () => {
    const { nodes, edges } = flowOf({
      ...smallPurchase,
      objectionTypes: [{ id: 'price', name: 'Too expensive', support: [{ id: 'relief', name: 'Discount' }] }],
    })
    expect(nodes.some(({ id }) => id === 'lane:')).toBe(true)
    const call = nodes.find(({ id }) => id === 'call:relief')
    expect(call?.type === 'call' && call.data.objection).toBe('Too expensive')
    expect(edges.some(({ target }) => target === 'call:relief')).toBe(false)
  })

  it('of nothing is empty', () => {
    expect(flowOf({ formatVersion: 1, name: 'Nothing' })).toEqual({ nodes: [], edges: [] })
  })

  it.each(libraryModels)('overlaps no two calls and no two roles in $id', ({ model }) => {
    const { nodes } = toFlow(model)
    const boxes = nodes.filter(({ type }) => type === 'call' || type === 'role')
    const overlapping = boxes.flatMap((a, n) =>
      boxes
        .slice(n + 1)
        .filter(
          (b) =>
            a.position.x < b.position.x + (b.width ?? 0) &&
            b.position.x < a.position.x + (a.width ?? 0) &&
            a.position.y < b.position.y + (b.height ?? 0) &&
            b.position.y < a.position.y + (a.height ?? 0),
        )
        .map((b) => [a.id, b.id]),
    )
    expect(overlapping).toEqual([])
  })
})

describe('the picture of a deal', () => {
  it('fills what was obtained, with its value and evidence, and says where the purchase stands', async () => {
    const deal = await aDeal(smallPurchase)
    await deal.learns({ 'element.inquiry': true, 'element.budget': 90000 })
    const { nodes, edges } = toFlow(modelOf(smallPurchase), deal.state)
    expect(cardOf(nodes, 'funding').elements[0]?.obtained).toEqual({ state: 'obtained', value: 90000, grade: 'said' })
    expect(cardOf(nodes, 'approval').commitments[0]?.obtained).toEqual({ state: 'missing' })
    expect(cardOf(nodes, 'funding').live?.status).toBe('completed')
    expect(cardOf(nodes, 'approval').live).toMatchObject({ status: 'open', tasks: { open: 1, late: 0 } })
    const passed = edges.filter((edge) => edge.type === 'transition' && edge.data?.passed).map(({ id }) => id)
    expect(passed).toEqual(['transition:need-funding', 'transition:funding-approval'])
  })

  it('marks a promise that was refused, and evidence that is too weak', async () => {
    const [need, funding, ...rest] = smallPurchase.stages ?? []
    const strict: ProcessModelDraft = {
      ...smallPurchase,
      stages: [
        ...(need ? [need] : []),
        ...(funding
          ? [{ ...funding, elements: funding.elements?.map((one) => ({ ...one, grade: 'signed' as const })) ?? [] }]
          : []),
        ...rest,
      ],
    }
    const deal = await aDeal(strict)
    await deal.learns({ 'element.budget': 90000, 'commitment.approve': false })
    const { nodes } = toFlow(modelOf(strict), deal.state)
    expect(cardOf(nodes, 'funding').elements[0]?.obtained?.state).toBe('weak')
    expect(cardOf(nodes, 'approval').commitments[0]?.obtained?.state).toBe('denied')
  })

  it('shows the request that a call has become', async () => {
    const deal = await aDeal(smallPurchase)
    await deal.learns({ 'element.inquiry': true, 'element.budget': 90000, 'attribute.amount': 90000 })
    const { nodes } = toFlow(modelOf(smallPurchase), deal.state)
    const call = nodes.find(({ id }) => id === 'call:legal-review')
    expect(call?.type === 'call' && call.data.live?.request?.status).toBe('open')
    expect(cardOf(nodes, 'approval').live?.requests.open).toBe(1)
  })

  it('shows which layers have signed off, and whose role has given all that it owes', async () => {
    const deal = await aDeal(smallPurchase)
    await deal.learns({ 'commitment.approve': true })
    const { facts } = await judge(deal.plan, deal.state, now)
    const { nodes } = toFlow(modelOf(smallPurchase), deal.state, facts)
    const layer = nodes.find(({ id }) => id === 'layer:management')
    expect(layer?.type === 'layer' && layer.data.signed).toBe(true)
    const role = nodes.find(({ id }) => id === 'role:approver')
    expect(role?.type === 'role' && role.data.owes.map(({ obtained }) => obtained?.state)).toEqual(['obtained'])
  })

  it('shows who holds a role, the most influential first, with room for the name', async () => {
    const deal = await aDeal(smallPurchase)
    const roleOf = () => toFlow(modelOf(smallPurchase), deal.state).nodes.find(({ id }) => id === 'role:approver')
    const bare = roleOf()
    await deal.happens({ kind: 'person-named', role: 'approver', name: 'Li', stance: 'supports' })
    await deal.happens({ kind: 'person-named', role: 'approver', name: 'Chen', stance: 'opposes', influence: 'high' })
    const role = roleOf()
    expect(role?.type === 'role' && role.data.people.map(({ name }) => name)).toEqual(['Chen', 'Li'])
    expect(role?.height ?? 0).toBeGreaterThan(bare?.height ?? 0)
  })

  it('numbers those who sign in turn, marks whose turn it is, and seats a signer whom the customer added', async () => {
    const model = modelOf(inTurn)
    const deal = await aDeal(inTurn)
    await deal.learns({ 'commitment.first': true })
    const signer = { kind: 'signer-added', layer: 'board', place: 'after', reason: 'New rules' } as const
    await deal.happens({ ...signer, id: 'audit', name: 'Head of audit' })
    const { facts } = await judge(deal.plan, deal.state, now)
    const roles = toFlow(model, deal.state, facts).nodes.flatMap((node) => (node.type === 'role' ? [node.data] : []))
    expect(roles.map(({ role, turn, isNext, added }) => [role.name, turn, isNext, added?.state])).toEqual([
      ['First', 1, false, undefined],
      ['Second', 2, true, undefined],
      ['Head of audit', undefined, false, 'missing'],
    ])
  })
})

const inTurn: ProcessModelDraft = {
  formatVersion: 1,
  name: 'In turn',
  stages: [
    {
      id: 'need',
      name: 'Need stated',
      commitments: ['first', 'second'].map((id) => ({ id, name: `Promise ${id}`, role: id })),
    },
  ],
  chain: {
    layers: [{ id: 'board', name: 'Board', rule: { kind: 'in-turn' } }],
    roles: [
      { id: 'first', name: 'First', kind: 'handler', layer: 'board' },
      { id: 'second', name: 'Second', kind: 'decider', layer: 'board' },
    ],
  },
}
