import { describe, expect, it } from 'vitest'
import { aDeal, type DealUnderTest } from '../../tests/support/a-deal.ts'
import { aDrawing } from '../../tests/support/a-drawing.ts'

const model = aDrawing({
  departments: [{ id: 'legal', name: 'Legal' }],
  chain: { roles: [{ id: 'buyer', name: 'Buyer', kind: 'handler' }] },
  need: {
    elements: [
      {
        id: 'questionnaire',
        name: 'Questionnaire returned',
        value: { kind: 'date' },
        from: ['buyer'],
        required: false,
      },
      { id: 'inquiry', name: 'Inquiry', value: { kind: 'flag' }, from: ['buyer'] },
    ],
    actions: [
      {
        id: 'answer',
        name: 'Answer it',
        brings: ['inquiry'],
        due: { unit: 'days', amount: 5 },
        dueFrom: 'questionnaire',
      },
    ],
    support: [
      {
        id: 'help',
        name: 'Help',
        department: 'legal',
        late: { unit: 'days', amount: 7 },
        lateFrom: 'questionnaire',
        due: { unit: 'days', amount: 1 },
      },
    ],
  },
})
const opened = '2026-03-01T09:00:00.000Z'
const heard = '2026-03-12T09:00:00.000Z'

const dueAt = (deal: DealUnderTest) => Object.values(deal.state.tasks).map((task) => task.dueAt)
const requests = (deal: DealUnderTest) => Object.values(deal.state.supportRequests).map(({ status }) => status)

describe('a time that starts on an outside event', () => {
  it('does not run before that is there: nothing is due, and nobody is called', async () => {
    const deal = await aDeal(model, opened)
    expect([dueAt(deal), requests(deal), deal.state.wakeAt]).toEqual([[undefined], [], undefined])
  })

  it('runs from the instant of the event, though it is recorded later', async () => {
    const deal = await aDeal(model, opened)
    await deal.learns({ 'element.questionnaire': '2026-03-10' }, heard)
    expect(dueAt(deal)).toEqual(['2026-03-15T00:00:00.000Z'])
    expect(deal.state.wakeAt).toBe('2026-03-15T00:00:00.000Z')
    await deal.happens({ kind: 'woken' }, '2026-03-15T00:00:00.000Z')
    expect(Object.values(deal.state.tasks)[0]?.escalatedAt).toBe('2026-03-15T00:00:00.000Z')
    expect(deal.state.wakeAt).toBe('2026-03-17T00:00:00.000Z')
    await deal.happens({ kind: 'woken' }, '2026-03-17T00:00:00.000Z')
    expect(requests(deal)).toEqual(['open'])
  })

  it('stops where the event is withdrawn: nothing is due any more, and the call is taken back', async () => {
    const deal = await aDeal(model, opened)
    await deal.learns({ 'element.questionnaire': '2026-03-01' }, heard)
    expect(requests(deal)).toEqual(['open'])
    const [observation = ''] = Object.keys(deal.state.observations)
    await deal.happens({ kind: 'observation-withdrawn', observation, reason: 'not so' }, heard)
    expect([dueAt(deal), requests(deal), deal.state.wakeAt]).toEqual([[undefined], ['cancelled'], undefined])
  })
})
