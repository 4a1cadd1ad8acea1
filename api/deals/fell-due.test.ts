import { expect, it } from 'vitest'
import { fellDue } from './fell-due.ts'

it('a step says what became overdue in it, what was reminded of and what went further up', () => {
  const at = '2026-03-02T17:00:00.000Z'
  const delta = {
    seq: 4,
    tasks: { call: { escalatedAt: at, seq: 4 }, visit: { status: 'done' } },
    supportRequests: {
      quote: { remindedAt: at },
      review: { escalatedTo: 'leads', escalations: [] },
      terms: { escalatedAt: at, escalations: [{ to: 'leads', at }] },
    },
    objections: { price: { escalatedAt: at }, gone: null },
  }
  expect(fellDue(delta)).toEqual([
    { of: 'task', id: 'call', how: 'overdue' },
    { of: 'support-request', id: 'quote', how: 'reminded' },
    { of: 'support-request', id: 'review', how: 'escalated' },
    { of: 'support-request', id: 'terms', how: 'overdue' },
    { of: 'objection', id: 'price', how: 'overdue' },
  ])
})

it('a step that moved only stages says nothing of the kind', () => {
  expect(fellDue({ seq: 2, stages: { need: { status: 'open' } } })).toEqual([])
})
