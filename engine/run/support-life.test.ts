import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aDeal, type DealUnderTest } from '../../tests/support/a-deal.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { later } from '../calendar/due.ts'
import type { DealEventInput, SupportRequest } from '../deal/index.ts'

const hour = 3_600_000
const asked = '2026-03-02T09:00:00.000Z'
const at = (hours: number) => later(asked, hours * hour)

/** A deal that has asked legal for a review, due within eight hours. */
async function aDealThatAsks() {
  const deal = await aDeal(smallPurchase)
  await deal.learns({ 'element.inquiry': true, 'element.budget': 50000, 'attribute.amount': 40000 }, asked)
  const [request = ''] = Object.keys(deal.state.supportRequests)
  return { deal, request, now: () => deal.state.supportRequests[request] as SupportRequest }
}

type Support = Extract<DealEventInput, { kind: `support-${string}` }>
type Told<Event> = Event extends unknown ? Omit<Event, 'id' | 'request'> : never
const tell = (deal: DealUnderTest, request: string, event: Told<Support>, hours: number) =>
  deal.happens({ ...event, request } as Support, at(hours))

const ask = { kind: 'support-asked-back', by: 'ann', question: 'Which country’s law?' } as const
const reply = { kind: 'support-question-answered', by: 'rep', answer: 'Austria’s' } as const

it('a request that waits in the queue belongs to who accepts it first', async () => {
  const { deal, request, now } = await aDealThatAsks()
  await tell(deal, request, { kind: 'support-accepted', by: 'ann' }, 1)
  expect(now()).toMatchObject({ owner: 'ann', acceptedAt: at(1), status: 'open' })
  for (const by of ['ben', 'ann'])
    await expect(tell(deal, request, { kind: 'support-accepted', by }, 2)).rejects.toMatchObject({
      code: 'SUPPORT_REQUEST_HELD',
    })
})

it('the clock stands while the seller is asked, so that nothing falls due, and then goes on', async () => {
  const { deal, request, now } = await aDealThatAsks()
  const { effects } = await tell(deal, request, ask, 5)
  expect(effects).toEqual([{ kind: 'notify', about: 'support-asked-back', id: request }])
  expect(now()).toMatchObject({ owner: 'ann', acceptedAt: at(5), questions: [{ text: ask.question, by: 'ann' }] })
  expect(deal.state.wakeAt).toBeUndefined()
  expect((await deal.happens({ kind: 'woken' }, at(20))).effects).toEqual([])

  await tell(deal, request, reply, 24)
  expect(now()).toMatchObject({
    dueAt: at(8 + 19),
    questions: [{ text: ask.question, answer: reply.answer, answeredBy: 'rep', answeredAt: at(24) }],
  })
  expect(deal.state.wakeAt).toBe(at(27))
  expect((await deal.happens({ kind: 'woken' }, at(27))).effects).toEqual([
    { kind: 'escalate', what: 'support-request', id: request },
  ])
})

it('a department asks one question at a time, and only what was asked is answered', async () => {
  const { deal, request } = await aDealThatAsks()
  await expect(tell(deal, request, reply, 1)).rejects.toMatchObject({ code: 'SUPPORT_QUESTION_MISSING' })
  await tell(deal, request, ask, 1)
  await expect(tell(deal, request, ask, 2)).rejects.toMatchObject({ code: 'SUPPORT_QUESTION_OPEN' })
  await tell(deal, request, reply, 3)
  await expect(tell(deal, request, reply, 3)).rejects.toMatchObject({ code: 'SUPPORT_QUESTION_MISSING' })
})

it('who was handed a request has it from then on, and has yet to accept it', async () => {
  const { deal, request, now } = await aDealThatAsks()
  await tell(deal, request, { kind: 'support-accepted', by: 'ann' }, 1)
  const { effects } = await tell(deal, request, { kind: 'support-handed-over', by: 'ann', to: 'ben' }, 2)
  expect(effects).toEqual([{ kind: 'notify', about: 'support-handed-over', id: request }])
  expect(now()).toMatchObject({ owner: 'ben', dueAt: at(8) })
  expect(now()).not.toHaveProperty('acceptedAt')
  await expect(tell(deal, request, ask, 3)).rejects.toMatchObject({ code: 'SUPPORT_REQUEST_HELD' })
  await expect(tell(deal, request, { kind: 'support-handed-over', by: 'ann', to: 'ben' }, 3)).rejects.toMatchObject({
    code: 'SUPPORT_REQUEST_HELD',
  })
  await tell(deal, request, { kind: 'support-accepted', by: 'ben' }, 3)
  expect(now()).toMatchObject({ owner: 'ben', acceptedAt: at(3) })
})

it('a department answers although its question stands; nothing more is asked of the seller then', async () => {
  const { deal, request, now } = await aDealThatAsks()
  await tell(deal, request, ask, 1)
  await tell(deal, request, { kind: 'support-answered', by: 'ann', verdict: 'approved' }, 2)
  expect(now()).toMatchObject({ status: 'answered', verdict: 'approved' })
  for (const event of [reply, ask, { kind: 'support-accepted', by: 'ann' } as const])
    await expect(tell(deal, request, event, 3)).rejects.toMatchObject({ code: 'SUPPORT_REQUEST_CLOSED' })
})

it('a department gives its reason for a no, whichever way it comes', async () => {
  const { deal, request } = await aDealThatAsks()
  for (const verdict of ['refused', 'declined'] as const)
    for (const note of ['', ' '])
      await expect(
        tell(deal, request, { kind: 'support-answered', by: 'ann', verdict, note }, 2),
      ).rejects.toMatchObject({
        code: 'REASON_MISSING',
      })
  await tell(deal, request, { kind: 'support-answered', by: 'ann', verdict: 'declined', note: 'No such lawyer' }, 2)
  expect(deal.state.supportRequests[request]).toMatchObject({ status: 'declined', note: 'No such lawyer' })
})

it('however often the seller is asked, a department has its eight hours, and none of the seller’s', async () => {
  const turn = fc.record({ works: fc.integer({ min: 0, max: 200 }), waits: fc.integer({ min: 0, max: 5000 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { maxLength: 5 }), async (turns) => {
      const { deal, request, now } = await aDealThatAsks()
      const minutes = { worked: 0, waited: 0 }
      const clock = () => (minutes.worked + minutes.waited) / 60
      for (const { works, waits } of turns) {
        if (minutes.worked + works >= 8 * 60) break
        minutes.worked += works
        await tell(deal, request, ask, clock())
        minutes.waited += waits
        expect((await deal.happens({ kind: 'woken' }, at(clock()))).effects).toEqual([])
        await tell(deal, request, reply, clock())
      }
      expect(now()).toMatchObject({ dueAt: at(8 + minutes.waited / 60) })
      expect(deal.state.wakeAt).toBe(now().dueAt)
      expect(now()).not.toHaveProperty('escalatedAt')
    }),
    { numRuns: 100 },
  )
})

it('a department with a calendar has working hours to answer in, and keeps those left while the seller is asked', async () => {
  const deal = await aDeal(smallPurchase)
  const hours = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }]
  deal.calendars = { legal: { timeZone: 'Europe/Vienna', hours, closedOn: ['2026-03-09'] } }
  const friday = '2026-03-06T14:00:00.000Z'
  await deal.learns({ 'element.inquiry': true, 'element.budget': 50000, 'attribute.amount': 40000 }, friday)
  const [request = ''] = Object.keys(deal.state.supportRequests)
  const due = () => deal.state.supportRequests[request]?.dueAt
  // Two hours of Friday and six of Tuesday: Monday is a holiday.
  expect(due()).toBe('2026-03-10T14:00:00.000Z')
  expect(deal.state.wakeAt).toBe(due())
  await deal.happens({ ...ask, request }, '2026-03-10T10:00:00.000Z')
  await deal.happens({ ...reply, request }, '2026-03-13T15:00:00.000Z')
  // Four hours were left: one of Friday, three of Monday.
  expect(due()).toBe('2026-03-16T11:00:00.000Z')
})
