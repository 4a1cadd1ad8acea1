import { chainRisks, ladder, nextBestPerson, supportHours, whyNotYet } from '#engine'
import { type DealEvent, type DealState, dealEventSchema } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import type { DealHistory, DealPage } from './contract.ts'
import { asRow } from './deal-list.ts'
import { fellDue } from './fell-due.ts'
import { formerFacts } from './former-facts.ts'
import { seenDeal } from './may-see.ts'

/** One deal: its state on its model, and what each stage still waits for. */
export async function dealPage(deps: Deps, actor: User, id: string): Promise<DealPage> {
  const deal = await seenDeal(deps.db, actor, id)
  const { model, plan, number } = await deps.models.ofDeal(deal)
  const state = deal.state as unknown as DealState
  const now = deps.now().toISOString()
  const why = state.status === 'open' ? await whyNotYet(plan, state, now) : []
  const lastMove = await lastMoveOf(deps, id)
  const openTasks = Object.values(state.tasks).filter(({ status }) => status === 'open').length
  const people = await namesOf(deps.db, [deal.ownerId, ...(lastMove ? [lastMove.byId] : []), ...peopleIn(state)])
  return {
    deal: await asRow(deps, deal, openTasks, people),
    state,
    version: number,
    newestVersion: await newestVersion(deps, deal.segmentId),
    lastMove: lastMove && {
      at: lastMove.at.toISOString(),
      by: { id: lastMove.byId, name: people[lastMove.byId] ?? lastMove.byId },
      version: lastMove.event.version,
      undone: lastMove.event.undoes === true,
    },
    model,
    formerFacts: await formerFacts(deps, deal.segmentId, { model, state }),
    whyNotYet: why,
    nextBestPerson: (await nextBestPerson(plan, state, why, now)) ?? null,
    chainRisks: await chainRisks(plan, state, why, now),
    ladder: await ladder(plan, state, now),
    supportHours: supportHours(state),
    departments: await departmentNames(deps, state),
    people,
  }
}

async function newestVersion({ db }: Deps, segmentId: string): Promise<number> {
  const where = { of: { segmentId } }
  const newest = await db.modelVersion.aggregate({ where, _max: { number: true } })
  return newest._max.number ?? 0
}

async function lastMoveOf({ db }: Deps, dealId: string) {
  const row = await db.dealEvent.findFirst({ where: { dealId, kind: 'model-moved' }, orderBy: { seq: 'desc' } })
  const event = row && dealEventSchema.parse(row.event)
  return event?.kind === 'model-moved' && row ? { at: row.at, byId: row.byId, event } : null
}

async function departmentNames({ db }: Deps, { supportRequests, locks = {} }: DealState) {
  const ids = [...Object.values(supportRequests).map(({ department }) => department), ...Object.keys(locks)]
  const departments = await db.department.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return Object.fromEntries(departments.map(({ id, name }) => [id, name]))
}

/** What happened to a deal, newest first. */
export async function dealHistory(deps: Deps, actor: User, id: string): Promise<DealHistory> {
  await seenDeal(deps.db, actor, id)
  const events = await deps.db.dealEvent.findMany({ where: { dealId: id }, orderBy: { seq: 'desc' } })
  const steps = events.map((step) => ({ ...step, event: dealEventSchema.parse(step.event) }))
  const people = await namesOf(
    deps.db,
    steps.flatMap(({ byId, event }) => [byId, ...toldOf(event)]),
  )
  return {
    items: steps.map(({ seq, at, byId, event, delta }) => ({
      seq,
      at: at.toISOString(),
      by: { id: byId, name: people[byId] ?? byId },
      event,
      stages: changedStages(delta),
      fellDue: fellDue(delta),
    })),
    people,
  }
}

/** To whom an event says that something was given; whoever has it later stands in the state, and they may not any more. */
function toldOf(event: DealEvent): string[] {
  if (event.kind === 'support-handed-over') return [event.to]
  return event.kind === 'support-requested' && event.of.kind === 'manager' ? [event.of.manager] : []
}

function peopleIn(state: DealState): string[] {
  const { interactions, observations, tasks, supportRequests, objections, deviations, people = {}, locks = {} } = state
  return [
    ...[interactions, observations, deviations, people, locks].flatMap((items) =>
      Object.values(items).map(({ by }) => by),
    ),
    ...Object.values(tasks).map(({ assignee }) => assignee),
    ...Object.values(supportRequests).flatMap(({ owner, answeredBy, requestedBy, questions = [] }) => [
      owner,
      requestedBy,
      answeredBy,
      ...questions.flatMap((question) => [question.by, question.answeredBy]),
    ]),
    ...Object.values(objections).flatMap(({ owner, raisedBy, implementedBy, supervisedBy }) => [
      owner,
      raisedBy,
      implementedBy,
      supervisedBy,
    ]),
  ].filter((id) => id !== undefined)
}

/** The stages whose status a step changed, from its merge patch. */
function changedStages(delta: unknown): Record<string, string> {
  const { stages = {} } = delta as { stages?: Record<string, { status?: string } | null> }
  return Object.fromEntries(
    Object.entries(stages).flatMap(([id, run]): [string, string][] => (run?.status ? [[id, run.status]] : [])),
  )
}
