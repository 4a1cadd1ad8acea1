import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDeal } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { anyDrawing } from '../../tests/support/random-drawings.ts'
import { anyEdits, edited } from '../../tests/support/random-edits.ts'
import { canonicalJson } from '../canonical-json.ts'
import { applyChanges } from '../compare/apply-changes.ts'
import { diffModels } from '../compare/diff-models.ts'
import { overlayOf, withOverlay } from '../compare/overlay.ts'
import { type DealEvent, dealEventSchema } from '../deal/deal-event.ts'
import { refuse } from '../deal/refuse.ts'
import { type ProcessModel, processModelSchema } from '../model/process-model.ts'
import { adaptModel, carryOwn, moveTo } from './adapt-model.ts'
import { advance } from './advance.ts'
import { impactOf } from './impact-of.ts'

const version = processModelSchema.parse(smallPurchase)
const now = '2026-04-01T00:00:00.000Z'
const audit = { id: 'site-audit', name: 'Site audit passed', value: { kind: 'flag' as const }, from: ['handler'] }

/** A model with something else asked of its first stage. */
const asking = (model: ProcessModel, ...elements: object[]) =>
  processModelSchema.parse({
    ...model,
    stages: model.stages.map((stage, n) =>
      n === 0 ? { ...stage, elements: [...stage.elements, ...elements] } : stage,
    ),
  })
const own = overlayOf(version, asking(version, audit))

const adapted = (changes = own, all = own): DealEvent => {
  const { plan } = adaptModel(version, all)
  const names = { id: 'adapt', by: 'rep', planHash: plan.hash, version: 1, reason: 'They audit every supplier' }
  return dealEventSchema.parse({ kind: 'model-adapted', ...names, changes, own: all })
}

describe('a deal that does something otherwise than its version', () => {
  it('asks what only it asks, and records why as a deviation', async () => {
    const deal = await aDeal(smallPurchase)
    const { state } = await advance(adaptModel(version, own).plan, deal.state, adapted(), now)
    await deal.learns({ 'element.inquiry': true })
    const { state: plain } = deal
    expect(plain.stages.need?.status).toBe('completed')
    expect(state).toMatchObject({ version: 1, own, planHash: adaptModel(version, own).plan.hash })
    expect(Object.values(state.deviations)).toMatchObject([
      { kind: 'adapt-model', target: 'site-audit', reason: 'They audit every supplier', changes: own },
    ])
    const asked = await advance(
      adaptModel(version, own).plan,
      state,
      dealEventSchema.parse({
        kind: 'interaction-recorded',
        id: 'visit',
        by: 'rep',
        interaction: { kind: 'visit', at: now },
        observations: [{ id: 'inquiry', fact: 'element.inquiry', value: true }],
      }),
      now,
    )
    expect(asked.state.stages.need?.status).toBe('open')
  })

  it('is as its version again once all is taken back', async () => {
    const deal = await aDeal(smallPurchase)
    const first = await advance(adaptModel(version, own).plan, deal.state, adapted(), now)
    const back = { ...adapted(diffModels(asking(version, audit), version), []), id: 'back' }
    const { state } = await advance(adaptModel(version, []).plan, first.state, back, now)
    expect(state).not.toHaveProperty('own')
    expect(state.planHash).toBe(adaptModel(version, []).plan.hash)
  })

  it('is not moved to another version as long as the move says nothing of it', async () => {
    const deal = await aDeal(smallPurchase)
    const { state } = await advance(adaptModel(version, own).plan, deal.state, adapted(), now)
    const move = { kind: 'model-moved', id: 'move', by: 'ops', planHash: 'other', version: 2 }
    expect(refuse(state, dealEventSchema.parse(move))?.code).toBe('OWN_CHANGES_CONFLICT')
    expect(refuse(state, dealEventSchema.parse({ ...move, own }))).toBeUndefined()
  })

  it('is refused what makes an error in its model', () => {
    const orphaned = overlayOf(
      version,
      processModelSchema.parse({ ...version, transitions: version.transitions.slice(1) }),
    )
    const dangling = asking(version, { ...audit, from: ['nobody'] })
    expect(() => adaptModel(version, overlayOf(version, dangling))).toThrow('With what this deal does otherwise')
    expect(orphaned).toHaveLength(1)
  })
})

describe('a deal that does something otherwise, and is moved to another version', () => {
  const named = (name: string) =>
    processModelSchema.parse({
      ...version,
      stages: version.stages.map((stage, n) => (n === 0 ? { ...stage, name } : stage)),
    })
  const target = (model: ProcessModel) => ({ model, plan: adaptModel(model, []).plan, version: 2 })
  const happened = { id: 'move', by: 'ops' }

  /** A deal that has an inquiry and asks for an audit besides, or what else is given. */
  async function anAdaptedDeal(all = own) {
    const deal = await aDeal(smallPurchase)
    await deal.learns({ 'element.inquiry': true })
    const { plan } = adaptModel(version, all)
    const { state } = await advance(plan, deal.state, adapted(all, all), now)
    return { state, from: { model: version, plan } }
  }

  it('asks there what only it asks, and the impact says beforehand where it stands then', async () => {
    const { state, from } = await anAdaptedDeal()
    const to = target(asking(version, { ...audit, id: 'roadmap', name: 'Roadmap shown', required: false }))
    const { plan, event } = moveTo(state, from.model, to)
    const moved = await advance(plan, state, { ...event, ...happened }, now)
    const { impact } = await impactOf(from, to, state, now)
    expect(moved.state).toMatchObject({ own: event.own, version: 2, planHash: plan.hash })
    expect(moved.state.stages.need?.status).toBe('open')
    expect(impact).toMatchObject({ kind: 'stays', from: ['need'], to: ['need'] })
    expect(moved.state.planHash).not.toBe(to.plan.hash)
  })

  it('is as the version where that has by now what it did otherwise', async () => {
    const { state, from } = await anAdaptedDeal()
    const to = target(asking(version, audit))
    const { plan, event } = moveTo(state, from.model, to)
    const { state: moved } = await advance(plan, state, { ...event, ...happened }, now)
    expect(moved).not.toHaveProperty('own')
    expect(moved.planHash).toBe(to.plan.hash)
  })

  it('cannot be moved where the version changed the same otherwise, and is told why', async () => {
    const { state, from } = await anAdaptedDeal(overlayOf(version, named('Heard by Acme')))
    const { impact } = await impactOf(from, target(named('Need written down')), state, now)
    expect(impact).toMatchObject({
      kind: 'cannot',
      code: 'OWN_CHANGES_CONFLICT',
      why: expect.stringMatching(/Heard by Acme.*Need written down/s),
    })
  })

  it('is back as it was once the move is taken back', async () => {
    const { state, from } = await anAdaptedDeal()
    const to = target(asking(version, { ...audit, id: 'roadmap', name: 'Roadmap shown', required: false }))
    const there = moveTo(state, from.model, to)
    const moved = await advance(there.plan, state, { ...there.event, ...happened }, now)
    const back = { kind: 'model-moved', ...happened, id: 'back', planHash: from.plan.hash, version: 1, own } as const
    const { state: restored } = await advance(from.plan, moved.state, { ...back, undoes: true }, now)
    expect(restored).toMatchObject({ own, version: 1, planHash: from.plan.hash, stages: state.stages })
  })
})

describe('what a deal does otherwise, carried to another version', () => {
  it('stands on it, and what the version has by now is no longer the deal’s own', () => {
    const newer = asking(version, { ...audit, id: 'roadmap', name: 'Roadmap shown' })
    const carried = carryOwn(own, version, newer)
    expect(carried.model.stages[0]?.elements.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['roadmap', 'site-audit']),
    )
    expect(carryOwn(own, version, asking(version, audit)).own).toEqual([])
  })

  it('is told with both sides where the version changed the same otherwise', () => {
    const named = (name: string) =>
      processModelSchema.parse({
        ...version,
        stages: version.stages.map((stage, n) => (n === 0 ? { ...stage, name } : stage)),
      })
    const ours = overlayOf(version, named('Heard by Acme'))
    expect(() => carryOwn(ours, version, named('Need written down'))).toThrow(/Heard by Acme.*Need written down/s)
  })
})

it('through base, segment and deal nothing is lost in silence, over thousands of random drawings', () => {
  let conflictFree = 0
  fc.assert(
    fc.property(anyDrawing, anyEdits(4), anyEdits(4), anyEdits(4), (base, inBase, inSegment, inDeal) => {
      const segment = edited(base, inSegment)
      const deal = edited(segment, inDeal)
      const newBase = edited(base, inBase)
      const newSegment = withOverlay(newBase, overlayOf(base, segment), base)
      const newDeal = withOverlay(newSegment.model, overlayOf(segment, deal), segment)
      const made = new Set(diffModels(segment, newDeal.model).map(about))
      const waiting = new Set(
        [...newSegment.conflicts, ...newDeal.conflicts]
          .flatMap(({ changes }) => [...changes.ours, ...changes.theirs])
          .map(about),
      )
      if (waiting.size === 0) conflictFree += 1
      const removed = new Set(
        [...made, ...waiting].filter((one) => one.startsWith('removed ')).map((one) => one.slice(8)),
      )
      const lost = diffModels(segment, deal).filter(
        (change) =>
          change.kind !== 'reordered' &&
          !made.has(about(change)) &&
          !waiting.has(about(change)) &&
          !(change.kind === 'laid-out' && removed.has(`${change.place.kind} ${change.place.id} `)),
      )
      expect(lost).toEqual([])
      expect(canonicalJson(applyChanges(newSegment.model, overlayOf(newSegment.model, newDeal.model)))).toBe(
        canonicalJson(newDeal.model),
      )
    }),
    { numRuns: 2000 },
  )
  expect(conflictFree).toBeGreaterThan(200)
}, 120_000)

const about = (change: ReturnType<typeof diffModels>[number]): string =>
  [change.kind, change.place.kind, change.place.id, 'path' in change ? change.path.join('.') : ''].join(' ')
