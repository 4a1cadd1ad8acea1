import {
  advance,
  type Calendars,
  compileModel,
  type Plan,
  type ProcessModelDraft,
  processModelSchema,
  type Step,
} from '#engine'
import { type DealEventInput, type DealState, dealEventSchema } from '#engine/deal'

type Happening = DealEventInput extends infer Event
  ? Event extends unknown
    ? Omit<Event, 'id' | 'by'> & { id?: string; by?: string }
    : never
  : never

/** A deal under test: events are told in the order they happen, ids and people are made up where none matters. */
export class DealUnderTest {
  readonly plan: Plan
  readonly steps: Step[] = []
  /** When departments work; around the clock where none is given. */
  calendars: Calendars = {}
  private count = 0

  constructor(plan: Plan) {
    this.plan = plan
  }

  get state(): DealState {
    const last = this.steps.at(-1)
    if (!last) throw new Error('nothing has happened to this deal yet')
    return last.state
  }

  async happens(happening: Happening, now = '2026-03-02T09:00:00.000Z'): Promise<Step> {
    this.count += 1
    const event = dealEventSchema.parse({ id: `e${this.count}`, by: 'rep', ...happening })
    const step = await advance(this.plan, this.steps.at(-1)?.state, event, now, this.calendars)
    this.steps.push(step)
    return step
  }

  /** One meeting that brings the given facts. */
  async learns(values: Record<string, string | number | boolean>, now = '2026-03-02T09:00:00.000Z'): Promise<Step> {
    const prefix = `o${this.count}`
    return this.happens(
      {
        kind: 'interaction-recorded',
        interaction: { kind: 'visit', at: now },
        observations: Object.entries(values).map(([fact, value], n) => ({ id: `${prefix}.${n}`, fact, value })),
      },
      now,
    )
  }

  statuses(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.state.stages).map(([id, { status }]) => [id, status]))
  }

  openTasks(): string[] {
    return Object.values(this.state.tasks)
      .filter(({ status }) => status === 'open')
      .map(({ name }) => name)
  }
}

export const aPlan = (draft: ProcessModelDraft): Plan => compileModel(processModelSchema.parse(draft))

/** A deal that has just been opened. */
export async function aDeal(draft: ProcessModelDraft, now = '2026-03-01T09:00:00.000Z'): Promise<DealUnderTest> {
  const deal = new DealUnderTest(aPlan(draft))
  await deal.happens(
    { kind: 'opened', dealId: 'deal-1', planHash: deal.plan.hash, name: 'Press line for Acme', owner: 'rep' },
    now,
  )
  return deal
}
