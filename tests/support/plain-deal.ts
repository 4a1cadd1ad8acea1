import type { DealEvent, DealState, DomainErrorCode, ObjectionStatus } from '#engine/deal'

type Answered = { status: ObjectionStatus; implementedBy?: string }
type Step = DealEvent & { objection: string }

/**
 * What somebody expects of a deal who knows nothing of stages, rules and times: what it takes and what it refuses, and what
 * it holds then. It is told the events in the order in which they are sent.
 */
export class PlainDeal {
  readonly taken: DealEvent[] = []
  readonly observations = new Map<string, 'stands' | 'withdrawn'>()
  readonly objections = new Map<string, Answered>()
  private readonly locks = new Set<string>()
  private isClosed = false

  /** The code with which the deal has to refuse an event; none where it has to take it, and where it has taken it before. */
  tell(event: DealEvent): DomainErrorCode | undefined {
    if (this.taken.some(({ id }) => id === event.id)) return undefined
    const refusal = this.isClosed ? 'DEAL_CLOSED' : this.refusalOf(event)
    if (refusal) return refusal
    this.taken.push(event)
    this.write(event)
    return undefined
  }

  /** As much of a deal's state as can be told from here, in the form of `toldOf`. */
  expected() {
    return {
      status: this.isClosed ? 'closed' : 'open',
      effort: this.taken.filter(({ kind }) => kind === 'interaction-recorded').length,
      observations: Object.fromEntries(this.observations),
      objections: Object.fromEntries([...this.objections].map(([id, { status }]) => [id, status])),
      locks: [...this.locks].sort(),
    }
  }

  private refusalOf(event: DealEvent): DomainErrorCode | undefined {
    switch (event.kind) {
      case 'observation-withdrawn': {
        const observation = this.observations.get(event.observation)
        if (!observation) return 'OBSERVATION_NOT_FOUND'
        return observation === 'withdrawn' ? 'OBSERVATION_WITHDRAWN' : undefined
      }
      case 'deal-locked':
        return this.locks.has(event.department) ? 'DEAL_LOCKED' : undefined
      case 'deal-unlocked':
        return this.locks.has(event.department) ? undefined : 'DEAL_NOT_LOCKED'
      case 'closed':
        return event.outcome === 'won' && this.locks.size > 0 ? 'DEAL_LOCKED' : undefined
      default:
        return 'objection' in event ? this.refusalOfStep(event) : undefined
    }
  }

  private refusalOfStep(step: Step): DomainErrorCode | undefined {
    const objection = this.objections.get(step.objection)
    if (!objection) return 'OBJECTION_NOT_FOUND'
    if (!follows[step.kind]?.includes(objection.status)) return 'OBJECTION_STEP_OUT_OF_ORDER'
    const isOwn = step.kind === 'objection-supervised' && step.by === objection.implementedBy
    return isOwn ? 'OBJECTION_SUPERVISOR_IS_IMPLEMENTER' : undefined
  }

  private write(event: DealEvent): void {
    switch (event.kind) {
      case 'interaction-recorded':
        for (const { id } of event.observations) this.observations.set(id, 'stands')
        return
      case 'observation-withdrawn':
        this.observations.set(event.observation, 'withdrawn')
        return
      case 'objection-raised':
        this.objections.set(event.id, { status: 'raised' })
        return
      case 'deal-locked':
        this.locks.add(event.department)
        return
      case 'deal-unlocked':
        this.locks.delete(event.department)
        return
      case 'closed':
        this.isClosed = true
        return
      default:
        if ('objection' in event) this.writeStep(event)
    }
  }

  private writeStep({ kind, objection, by }: Step): void {
    const status = becomes[kind]
    if (!status) return
    const before = this.objections.get(objection)
    const implementedBy = kind === 'objection-implemented' ? by : before?.implementedBy
    this.objections.set(objection, { status, ...(implementedBy && { implementedBy }) })
  }
}

const follows: Partial<Record<DealEvent['kind'], ObjectionStatus[]>> = {
  'objection-planned': ['raised', 'planned', 'fed-back', 'supervised'],
  'objection-implemented': ['planned'],
  'objection-fed-back': ['implemented'],
  'objection-supervised': ['fed-back'],
  'objection-closed': ['supervised'],
  'objection-reopened': ['closed'],
}

const becomes: Partial<Record<DealEvent['kind'], ObjectionStatus>> = {
  'objection-planned': 'planned',
  'objection-implemented': 'implemented',
  'objection-fed-back': 'fed-back',
  'objection-supervised': 'supervised',
  'objection-closed': 'closed',
  'objection-reopened': 'raised',
}

/** What a real deal holds of that which a plain one knows. */
export const toldOf = ({ status, effort, observations, objections, locks = {} }: DealState) => ({
  status,
  effort,
  observations: Object.fromEntries(
    Object.entries(observations).map(([id, { withdrawnAt }]) => [id, withdrawnAt ? 'withdrawn' : 'stands']),
  ),
  objections: Object.fromEntries(Object.entries(objections).map(([id, { status }]) => [id, status])),
  locks: Object.keys(locks).sort(),
})
