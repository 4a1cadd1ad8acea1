import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDeal, type DealUnderTest } from '../../tests/support/a-deal.ts'
import { aDrawing } from '../../tests/support/a-drawing.ts'
import type { ChainPolicies } from '../model/decision-chain.ts'
import { processModelSchema } from '../model/process-model.ts'
import { chainOutlook, type PastWaits } from './chain-outlook.ts'

const day = 86_400_000
const opened = '2026-03-01T00:00:00.000Z'
const none: PastWaits = { layers: {}, specialists: {} }
const inDays = (waits: number[]) => waits.map((wait) => wait * day)
const daysOn = (days: number) => new Date(Date.parse(opened) + days * day).toISOString()

type Drawn = { usually?: number; past: number[]; beside: number[][] }

/** A chain whose layers have one role each, with departments beside them that have a role each. */
function chainOf(layers: Drawn[]) {
  const usually = (amount: number | undefined) => (amount ? { usually: { unit: 'days' as const, amount } } : {})
  const specialists = layers.flatMap(({ beside }, n) =>
    beside.map((_, m) => ({ id: `s${n}${m}`, name: `S${n}${m}`, layer: `l${n}` })),
  )
  const roles = [
    ...layers.map((_, n) => ({ id: `r${n}`, name: `R${n}`, kind: 'decider' as const, layer: `l${n}` })),
    ...specialists.map(({ id }) => ({ id: `r${id}`, name: id, kind: 'gatekeeper' as const, specialist: id })),
  ]
  const model = aDrawing({
    need: { commitments: roles.map(({ id }) => ({ id: `c${id}`, name: `C${id}`, role: id })) },
    chain: {
      layers: layers.map((layer, n) => ({ id: `l${n}`, name: `L${n}`, ...usually(layer.usually) })),
      specialists,
      roles,
      styles: [{ id: 'top', name: 'Top leader', leader: `r${layers.length - 1}` }],
    },
  })
  const past: PastWaits = {
    layers: Object.fromEntries(layers.map((layer, n) => [`l${n}`, inDays(layer.past)])),
    specialists: Object.fromEntries(
      layers.flatMap(({ beside }, n) => beside.map((waits, m) => [`s${n}${m}`, inDays(waits)])),
    ),
  }
  return { model, past, chain: processModelSchema.parse(model).chain }
}

const outlook = (deal: DealUnderTest, { chain, past }: ReturnType<typeof chainOf>, now: string, known = past) =>
  chainOutlook(deal.plan, chain, deal.state, known, now)

describe('the outlook of a decision chain', () => {
  it('says of every small chain when it ends as going through all past waits says it', async () => {
    const waits = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 })
    const layer: fc.Arbitrary<Drawn> = fc.oneof(
      waits.map((past) => ({ past, beside: [] })),
      fc
        .tuple(fc.integer({ min: 1, max: 9 }), fc.array(waits, { maxLength: 2 }))
        .map(([usually, beside]) => ({ usually, past: [], beside })),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(layer, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 10 }),
        async (layers, elapsed) => {
          const drawn = chainOf(layers)
          const deal = await aDeal(drawn.model, opened)
          const { end } = await outlook(deal, drawn, daysOn(elapsed))
          const ends = everyEnd(layers, elapsed).sort((a, b) => a - b)
          const at = (share: number) => ends[Math.min(Math.floor(share * ends.length), ends.length - 1)] ?? 0
          expect(end).toEqual({
            low: daysOn(elapsed + at(0.1)),
            likely: daysOn(elapsed + at(0.5)),
            high: daysOn(elapsed + at(0.9)),
          })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('rests on what the model says is usual until five deals have been through, and says so', async () => {
    const drawn = chainOf([{ usually: 4, past: [1, 1, 1, 1], beside: [] }])
    const deal = await aDeal(drawn.model, opened)
    expect((await outlook(deal, drawn, opened)).steps).toMatchObject([
      { basis: 'usually', deals: 4, days: { likely: 4 } },
    ])
    const five = { layers: { l0: inDays([1, 1, 1, 1, 1]) }, specialists: {} }
    expect((await outlook(deal, drawn, opened, five)).steps).toMatchObject([
      { basis: 'past', deals: 5, days: { likely: 1 } },
    ])
  })

  it('gives no end where nothing says how long a layer takes, and names that layer', async () => {
    const drawn = chainOf([
      { usually: 2, past: [], beside: [] },
      { past: [], beside: [] },
    ])
    const { steps, end } = await outlook(await aDeal(drawn.model, opened), drawn, opened, none)
    expect(end).toBeUndefined()
    expect(steps).toMatchObject([{ basis: 'usually' }, { layer: 'l1', basis: 'unknown' }])
  })

  it('names the department that holds up its layer as the critical one, and what has taken longer than ever as late', async () => {
    const drawn = chainOf([{ usually: 2, past: [], beside: [[1], [5]] }])
    const deal = await aDeal(drawn.model, opened)
    expect((await outlook(deal, drawn, daysOn(3))).steps).toMatchObject([
      { layer: 'l0', isCritical: false, isLate: true },
      { specialist: 's00', isCritical: false, isLate: true },
      { specialist: 's01', isCritical: true, isLate: false, days: { likely: 2 } },
    ])
  })

  it('leads through the leader alone where the style has one, and through whoever has said no', async () => {
    const drawn = chainOf([
      { usually: 2, past: [], beside: [] },
      { usually: 3, past: [], beside: [] },
      { usually: 4, past: [], beside: [] },
    ])
    const deal = await aDeal(drawn.model, opened)
    await deal.happens({ kind: 'style-chosen', style: 'top', reason: 'the chairman wants it' }, opened)
    expect(await outlook(deal, drawn, opened)).toMatchObject({ steps: [{ layer: 'l2' }], end: { likely: daysOn(4) } })
    await deal.learns({ 'commitment.cr0': false }, opened)
    expect(await outlook(deal, drawn, opened)).toMatchObject({ steps: [{ layer: 'l0' }, { layer: 'l2' }] })
  })

  it('is done with what has been signed', async () => {
    const drawn = chainOf([
      { usually: 2, past: [], beside: [] },
      { usually: 3, past: [], beside: [] },
    ])
    const deal = await aDeal(drawn.model, opened)
    await deal.learns({ 'commitment.cr0': true }, daysOn(1))
    expect(await outlook(deal, drawn, daysOn(2))).toMatchObject({ steps: [{ layer: 'l1', days: { likely: 2 } }] })
    await deal.learns({ 'commitment.cr1': true }, daysOn(2))
    expect(await outlook(deal, drawn, daysOn(2))).toEqual({ steps: [] })
  })
})

/** One layer of three who sign in turn, which is usually through in six days; by these policies, where there are any. */
async function inTurn(policies: Partial<ChainPolicies> = {}) {
  const roles = ['a', 'b', 'c'].map((id) => ({ id, name: id, kind: 'decider' as const, layer: 'board' }))
  const model = aDrawing({
    need: { commitments: roles.map(({ id }) => ({ id, name: `Promise ${id}`, role: id })) },
    chain: {
      layers: [
        { id: 'board', name: 'Board', rule: { kind: 'in-turn' }, usually: { unit: 'days', amount: 6 } },
        { id: 'top', name: 'Top', usually: { unit: 'days', amount: 1 } },
      ],
      roles: [...roles, { id: 'd', name: 'd', kind: 'decider', layer: 'top' }],
      styles: [{ id: 'led', name: 'Led', leader: 'd' }],
      policies,
    },
  })
  model.stages?.[0]?.commitments?.push({ id: 'd', name: 'Promise d', role: 'd' })
  const deal = await aDeal(model, opened)
  const { chain } = processModelSchema.parse(model)
  const endIn = async (day: number) => (await chainOutlook(deal.plan, chain, deal.state, none, daysOn(day))).end?.likely
  const stepsIn = async (day: number) => (await chainOutlook(deal.plan, chain, deal.state, none, daysOn(day))).steps
  return { deal, endIn, stepsIn }
}

describe('the outlook of a layer that signs in turn', () => {
  it('is the rest of the turn that it is at and the turns to follow, each an equal part of the layer’s time', async () => {
    const { deal, endIn, stepsIn } = await inTurn()
    expect(await endIn(0)).toBe(daysOn(6 + 1))
    await deal.learns({ 'commitment.a': true }, daysOn(1))
    expect(await endIn(1)).toBe(daysOn(1 + 4 + 1))
    expect(await endIn(2)).toBe(daysOn(1 + 4 + 1))
    expect(await stepsIn(2)).toMatchObject([{ turns: 2, isLate: false }, { turns: 1 }])
    expect(await stepsIn(4)).toMatchObject([{ turns: 2, isLate: true }, { turns: 1 }])
    expect(await endIn(4)).toBe(daysOn(4 + 2 + 1))
  })

  it('begins anew once the sign-off was sent back', async () => {
    const { deal, endIn } = await inTurn()
    await deal.learns({ 'commitment.a': true, 'commitment.b': true }, daysOn(1))
    expect(await endIn(1)).toBe(daysOn(1 + 2 + 1))
    await deal.happens({ kind: 'sign-off-returned', layer: 'board', reason: 'Another price' }, daysOn(3))
    expect(await endIn(3)).toBe(daysOn(3 + 6 + 1))
  })

  it('grows by a turn with a signer who is added after the others, and not with one beside them', async () => {
    const { deal, endIn } = await inTurn()
    const added = { kind: 'signer-added', layer: 'board', reason: 'The auditors insist' } as const
    await deal.happens({ ...added, name: 'Audit', place: 'beside' }, daysOn(0))
    expect(await endIn(0)).toBe(daysOn(6 + 1))
    await deal.happens({ ...added, name: 'Chair', place: 'after' }, daysOn(0))
    expect(await endIn(0)).toBe(daysOn(8 + 1))
  })
})

describe('the outlook of a sign-off', () => {
  const away = { until: daysOn(20) }

  it('waits for who is away, unless a delegate signs or the absent are passed over', async () => {
    const endWhileAway = async (policies: Partial<ChainPolicies>) => {
      const { deal, endIn, stepsIn } = await inTurn(policies)
      await deal.happens({ kind: 'person-named', id: 'sub', role: 'a', name: 'Sub' }, daysOn(0))
      const leave = { ...away, ...(policies.absent === 'delegate-signs' && { delegate: 'sub' }) }
      await deal.happens({ kind: 'person-named', role: 'c', name: 'C', away: leave }, daysOn(0))
      return { end: await endIn(0), notBefore: (await stepsIn(0))[0]?.notBefore }
    }
    expect(await endWhileAway({})).toEqual({ end: daysOn(20 + 1), notBefore: daysOn(20) })
    expect(await endWhileAway({ absent: 'delegate-signs' })).toEqual({ end: daysOn(6 + 1), notBefore: undefined })
    expect(await endWhileAway({ absent: 'passes' })).toEqual({ end: daysOn(4 + 1), notBefore: undefined })
  })

  it('leads past the leader’s word through a layer to which a signer was added', async () => {
    const { deal, stepsIn } = await inTurn()
    await deal.happens({ kind: 'style-chosen', style: 'led', reason: 'The chairman wants it' }, opened)
    expect(await stepsIn(0)).toMatchObject([{ layer: 'top' }])
    const signer = { kind: 'signer-added', layer: 'board', name: 'Audit', place: 'after', reason: 'New rules' } as const
    await deal.happens(signer, opened)
    expect(await stepsIn(0)).toMatchObject([{ layer: 'board', turns: 1 }, { layer: 'top' }])
  })

  it('asks only for the departments once the layer itself has signed', async () => {
    const drawn = chainOf([{ usually: 9, past: [], beside: [[3]] }])
    const deal = await aDeal(drawn.model, opened)
    await deal.learns({ 'commitment.cr0': true }, opened)
    expect(await outlook(deal, drawn, opened)).toMatchObject({
      steps: [{ specialist: 's00' }],
      end: { likely: daysOn(3) },
    })
  })
})

/** Every way in which the waits can fall together, one by one. */
function everyEnd([first, ...rest]: Drawn[], elapsed: number): number[] {
  if (!first) return [0]
  const left = (waits: number[]) => {
    const longer = waits.filter((wait) => wait > elapsed).map((wait) => wait - elapsed)
    return longer.length > 0 ? longer : [0]
  }
  const parts = first.usually ? [[first.usually], ...first.beside].map(left) : [left(first.past)]
  const spans = parts.reduce<number[][]>((all, part) => all.flatMap((one) => part.map((wait) => [...one, wait])), [[]])
  return spans.flatMap((span) => everyEnd(rest, 0).map((later) => Math.max(...span) + later))
}
