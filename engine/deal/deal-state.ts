import type { Verdict } from '../facts/catalogue.ts'
import type { Scalar } from '../model/condition.ts'
import type { ObjectionOutcome, Strategy } from '../model/objection-type.ts'
import type { Grade } from '../model/value-type.ts'

/*
 * A deal is plain JSON: collections are records by id, and nothing is ever null. That is what lets the change of one
 * step be an RFC 7396 merge patch, small enough for a workflow's history. Instants are ISO 8601 in UTC.
 */

export type Observation = {
  fact: string
  value: Scalar
  grade: Grade
  at: string
  by: string
  seq: number
  saidBy?: string
  evidence?: string
  interaction?: string
  withdrawnAt?: string
  withdrawnReason?: string
}

export type Interaction = { kind: string; at: string; by: string; note: string; participants: string[]; seq: number }

export type StageStatus = 'waiting' | 'open' | 'completed' | 'skipped'
export type StageRun = { status: StageStatus; openedAt?: string; completedAt?: string; seq: number }

export type TaskStatus = 'open' | 'done' | 'effect-obtained' | 'dropped' | 'cancelled'
export type Task = {
  name: string
  status: TaskStatus
  assignee: string
  brings: string[]
  openedAt: string
  seq: number
  action?: string
  stage?: string
  dueAt?: string
  closedAt?: string
  closedBy?: string
  note?: string
  escalatedAt?: string
}

export type SupportRequest = {
  name: string
  trigger: string
  department: string
  status: 'open' | 'answered' | 'declined' | 'cancelled'
  blocks: boolean
  openedAt: string
  seq: number
  stage?: string
  objection?: string
  /** Chosen by the activity that stores the step, since that needs everybody's load. */
  owner?: string
  dueAt?: string
  verdict?: Verdict
  note?: string
  answeredAt?: string
  answeredBy?: string
  escalatedAt?: string
}

export type ObjectionStatus = 'raised' | 'planned' | 'implemented' | 'fed-back' | 'supervised' | 'closed'
export type Objection = {
  type: string
  statement: string
  status: ObjectionStatus
  blocks: boolean
  raisedBy: string
  raisedAt: string
  seq: number
  stage?: string
  about?: string
  dueAt?: string
  strategy?: Strategy
  steps?: string[]
  implementedBy?: string
  feedback?: string
  supervisedBy?: string
  outcome?: ObjectionOutcome
  closedAt?: string
  escalatedAt?: string
}

export type Deviation = { kind: string; target: string; reason: string; by: string; at: string; seq: number }

export type DealState = {
  formatVersion: 1
  dealId: string
  name: string
  owner: string
  planHash: string
  /** Counts the events that were taken. The next one is `seq + 1`. */
  seq: number
  status: 'open' | 'closed'
  openedAt: string
  /** Interactions so far: what the purchase has cost in visits. */
  effort: number
  interactions: Record<string, Interaction>
  observations: Record<string, Observation>
  stages: Record<string, StageRun>
  tasks: Record<string, Task>
  supportRequests: Record<string, SupportRequest>
  objections: Record<string, Objection>
  deviations: Record<string, Deviation>
  style?: string
  outcome?: 'won' | 'lost' | 'abandoned'
  closedAt?: string
  closedReason?: string
  wakeAt?: string
}
