import { type DealEvent, type DealEventInput, DomainError, dealEventSchema } from '#engine/deal'
import type { DealChanged } from '../../workflows/contract.ts'
import type { DisturbedDeals } from './disturbed-deals.ts'
import { PlainDeal } from './plain-deal.ts'

/** The step that an event became, or the code with which it was refused. */
type Answer = number | string

/**
 * A real deal with a plain one beside it. What is asked of it is sent one after the other, in the background, so that
 * whatever befalls the product meanwhile meets it half-way; answers that the plain deal does not expect are kept.
 */
export class WorkedDeal {
  readonly plain = new PlainDeal()
  readonly surprises: string[] = []
  /** Steps by the event that they were answered for. */
  readonly answered = new Map<string, number>()
  readonly id: string
  private readonly product: DisturbedDeals
  private sent = 0
  private line: Promise<void> = Promise.resolve()

  constructor(product: DisturbedDeals, id: string) {
    this.product = product
    this.id = id
  }

  /** Sends an event so many times at once; each of them gets the same answer. */
  tell(event: DealEventInput, times: number): void {
    const parsed = dealEventSchema.parse(event)
    const refusal = this.plain.tell(parsed)
    this.inLine(() => this.send(parsed, refusal, times))
  }

  /** Sends several at once, of which none depends on another. */
  tellAtOnce(events: DealEventInput[]): void {
    const parsed = events.map((event) => dealEventSchema.parse(event))
    const refusals = parsed.map((event) => this.plain.tell(event))
    this.inLine(async () => {
      await Promise.all(parsed.map((event, n) => this.send(event, refusals[n], 1)))
    })
  }

  /** Does what the read model shows when its turn has come, if there is such a thing to do; the deal has to take it. */
  work(find: (id: string) => Promise<DealEventInput | undefined>): void {
    const id = this.newId('work')
    this.inLine(async () => {
      const event = await find(id)
      if (event) await this.send(dealEventSchema.parse(event), undefined, 1)
    })
  }

  newId(kind: string): string {
    this.sent += 1
    return `${kind} ${this.sent}`
  }

  untilAnswered(): Promise<void> {
    return this.line
  }

  private inLine(turn: () => Promise<void>): void {
    this.line = this.line.then(turn)
  }

  private async send(event: DealEvent, refusal: string | undefined, times: number): Promise<void> {
    const answers = await Promise.all(
      Array.from({ length: times }, () => this.product.insist(this.id, event).then(asStep, asCode)),
    )
    for (const answer of answers) {
      const expected = refusal ?? this.answered.get(event.id) ?? 'a step'
      if (typeof answer === 'number') this.answered.set(event.id, answer)
      const isExpected = expected === 'a step' ? typeof answer === 'number' : answer === expected
      if (!isExpected) this.surprises.push(`${event.kind} “${event.id}”: ${answer} in place of ${expected}`)
    }
  }
}

const asStep = ({ seq }: DealChanged): Answer => seq

function asCode(error: unknown): Answer {
  if (error instanceof DomainError) return error.code
  throw error
}
