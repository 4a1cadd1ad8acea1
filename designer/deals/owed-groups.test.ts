import { expect, it } from 'vitest'
import { byEffect, byUrgency, urgencyOf } from './owed-groups.ts'

const now = new Date(2026, 2, 4, 15, 0)
const at = (day: number, hour: number) => new Date(2026, 2, day, hour).toISOString()

it.each([
  ['overdue', at(4, 14)],
  ['today', at(4, 23)],
  ['week', at(5, 0)],
  ['week', at(11, 23)],
  ['later', at(12, 0)],
  ['none', null],
] as const)('at three in the afternoon, a task is owed as %s that is due at %s', (urgency, dueAt) => {
  expect(urgencyOf(dueAt, now)).toBe(urgency)
})

it('tasks are grouped by urgency, the most urgent first, and groups without a task are left out', () => {
  const [late, soon, open] = [{ dueAt: at(3, 9) }, { dueAt: at(6, 9) }, { dueAt: null }]

  expect(byUrgency([open, soon, late], now)).toEqual([
    ['overdue', [late]],
    ['week', [soon]],
    ['none', [open]],
  ])
})

it('tasks are grouped by what they are to bring, those of several models that call it alike together', () => {
  const visit = { name: 'Visit', brings: [{ id: 'inquiry', name: 'Inquiry' }] }
  const call = { name: 'Call', brings: [{ id: 'request', name: 'Inquiry' }] }
  const tidy = { name: 'Tidy', brings: [] }

  expect(byEffect([visit, tidy, call]).map(({ effects, tasks }) => [effects[0]?.name, tasks])).toEqual([
    ['Inquiry', [visit, call]],
    [undefined, [tidy]],
  ])
})

it('of what is to bring the same, the same on several deals stands together', () => {
  const brings = [{ name: 'Inquiry' }]
  const [first, call, second] = [
    { name: 'Visit', deal: 1, brings },
    { name: 'Call', deal: 1, brings },
    { name: 'Visit', deal: 2, brings },
  ]
  expect(byEffect([first, call, second]).map(({ tasks }) => tasks)).toEqual([[first, second, call]])
})
