import { describe, expect, it } from 'vitest'
import type { Objection } from './deal-state.ts'
import { owesStep } from './objection-step.ts'

const deal = { owner: 'rosa' }
const objection = (change: Partial<Objection>): Objection => ({
  type: 'price',
  statement: 'Too dear',
  status: 'raised',
  blocks: true,
  raisedBy: 'rosa',
  raisedAt: '2026-11-02T08:00:00.000Z',
  seq: 1,
  ...change,
})
const owing = (change: Partial<Objection>) =>
  ['rosa', 'mira', 'ben'].filter((person) => owesStep(deal, objection(change), person))

describe('the next step of an objection', () => {
  it('is owed by who answers for its plan, and by the deal’s owner while nobody does', () => {
    expect(owing({ status: 'raised' })).toEqual(['rosa'])
    expect(owing({ status: 'planned', owner: 'mira' })).toEqual(['mira'])
    expect(owing({ status: 'supervised', owner: 'mira' })).toEqual(['mira'])
  })

  it('is not owed by who implemented it, where it is its supervision', () => {
    expect(owing({ status: 'fed-back', owner: 'mira', implementedBy: 'mira' })).toEqual(['rosa'])
    expect(owing({ status: 'fed-back', owner: 'mira', implementedBy: 'rosa' })).toEqual(['mira'])
    expect(owing({ status: 'fed-back', implementedBy: 'rosa' })).toEqual([])
  })

  it('is owed by nobody once it is closed', () => {
    expect(owing({ status: 'closed', owner: 'mira' })).toEqual([])
  })
})
