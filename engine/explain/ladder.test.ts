import { describe, expect, it } from 'vitest'
import { aDeal } from '../../tests/support/a-deal.ts'
import { aDrawing } from '../../tests/support/a-drawing.ts'
import type { ChainPolicies } from '../model/decision-chain.ts'
import { ladder } from './ladder.ts'

const at = (day: number) => `2026-03-0${day}T09:00:00.000Z`

/** Two directors who sign in turn with a lawyer beside them; what the first one promises holds for three days, in writing. */
async function twoDirectors(policies: Partial<ChainPolicies> = {}) {
  const role = (id: string, seat: object) => ({ id, name: id, kind: 'decider' as const, ...seat })
  const deal = await aDeal(
    aDrawing({
      need: {
        commitments: [
          { id: 'a', name: 'A', role: 'a', grade: 'written', validity: { unit: 'days', amount: 3 } },
          { id: 'b', name: 'B', role: 'b' },
          { id: 'c', name: 'C', role: 'c' },
        ],
      },
      chain: {
        layers: [{ id: 'board', name: 'Board', rule: { kind: 'in-turn' } }],
        specialists: [{ id: 'legal', name: 'Legal', layer: 'board' }],
        roles: [role('a', { layer: 'board' }), role('b', { layer: 'board' }), role('c', { specialist: 'legal' })],
        policies,
      },
    }),
    at(1),
  )
  const signersOn = async (day: number) => {
    const [board] = await ladder(deal.plan, deal.state, at(day))
    const told = board?.parts.flatMap(({ signers }) => signers) ?? []
    return told.map(({ role, status, turn, signatures }) => [
      role,
      turn,
      status,
      ...signatures.map((one) => one.status),
    ])
  }
  const writes = (day: number, role: string, grade: 'said' | 'written' = 'written') =>
    deal.happens(
      {
        kind: 'interaction-recorded',
        interaction: { kind: 'mail', at: at(day) },
        observations: [{ id: `${role}${day}`, fact: `commitment.${role}`, value: true, grade }],
      },
      at(day),
    )
  return { deal, signersOn, writes }
}

describe('the ladder of a deal’s sign-off', () => {
  it('shows the order of signing, who has signed, whose turn it is, and the departments beside', async () => {
    const { signersOn, writes } = await twoDirectors()
    expect(await signersOn(1)).toEqual([
      ['a', 1, 'next', 'missing'],
      ['b', 2, 'waiting', 'missing'],
      ['c', 1, 'next', 'missing'],
    ])
    await writes(1, 'a')
    expect(await signersOn(1)).toMatchObject([
      ['a', 1, 'signed', 'given'],
      ['b', 2, 'next', 'missing'],
      ['c', 1, 'next', 'missing'],
    ])
  })

  it('tells a promise that was only spoken, that lapsed, was withdrawn, or was given before a return', async () => {
    const { deal, signersOn, writes } = await twoDirectors()
    await writes(1, 'a', 'said')
    expect((await signersOn(1))[0]).toEqual(['a', 1, 'next', 'weak'])
    await writes(2, 'a')
    expect((await signersOn(2))[0]).toEqual(['a', 1, 'signed', 'given'])
    await deal.happens({ kind: 'sign-off-returned', layer: 'board', reason: 'Another price' }, at(3))
    expect((await signersOn(3))[0]).toEqual(['a', 1, 'next', 'returned'])
    await writes(4, 'a')
    expect((await signersOn(4))[0]).toEqual(['a', 1, 'signed', 'given'])
    await deal.happens({ kind: 'woken' }, at(7))
    expect((await signersOn(7))[0]).toEqual(['a', 1, 'next', 'lapsed'])
    for (const observation of ['a1', 'a2', 'a4'])
      await deal.happens({ kind: 'observation-withdrawn', observation, reason: 'Misheard' }, at(7))
    expect((await signersOn(7))[0]).toEqual(['a', 1, 'next', 'withdrawn'])
  })

  it('has an added signer at their place, and leaves out who asked for the purchase where the policy says so', async () => {
    const { deal, signersOn } = await twoDirectors({ requester: 'does-not-count' })
    const signer = {
      kind: 'signer-added',
      name: 'Audit',
      layer: 'board',
      place: 'before',
      reason: 'New rules',
    } as const
    await deal.happens({ ...signer, id: 'audit' }, at(1))
    await deal.happens({ kind: 'person-named', role: 'b', name: 'B', requester: true }, at(1))
    expect(await signersOn(1)).toEqual([
      ['audit', 1, 'next', 'missing'],
      ['a', 2, 'waiting', 'missing'],
      ['b', 1, 'left-out'],
      ['c', 1, 'next', 'missing'],
    ])
  })
})
