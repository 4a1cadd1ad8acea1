import { advance, type ProcessModel } from '#engine'
import { type DealEvent, type DealState, DomainError, dealEventSchema, type ObservationInput } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { readRequest } from '../http/read-request.ts'
import { modelOf } from '../models/publish-model.ts'
import { newestVersion } from '../models/version-of.ts'
import type { User } from '../people/contract.ts'
import type { Reading, UnderModel, UnderModelPreview } from './contract.ts'
import { seenDeal } from './may-see.ts'

/** What putting a deal without a model under its segment's newest one would come to; nothing is changed. */
export async function underModelPreview(
  deps: Deps,
  actor: User,
  id: string,
  reading: Reading,
): Promise<UnderModelPreview> {
  const { state, target, event } = await underModel(deps, actor, id, reading, 'preview')
  const { model, plan, number } = target
  const { state: next } = await advance(plan, state, event, deps.now().toISOString())
  return {
    version: number,
    model,
    stages: Object.fromEntries(Object.entries(next.stages).map(([stage, { status }]) => [stage, status])),
    tasks: Object.values(next.tasks).flatMap(({ status, name }) => (status === 'open' ? [name] : [])),
    obtained: Object.entries(next.tasks).flatMap(([task, { status, name }]) =>
      status === 'effect-obtained' && state.tasks[task]?.status === 'open' ? [name] : [],
    ),
  }
}

/** Puts a deal without a model under its segment's newest one: what it knows counts at once, as the facts that it is read as. */
export async function putUnderModel(
  deps: Deps,
  actor: User,
  id: string,
  { expectedSeq, ...reading }: UnderModel,
  key: string,
): Promise<{ seq: number }> {
  await seenDeal(deps.db, actor, id)
  const taken = await deps.db.dealEvent.findUnique({ where: { dealId_eventId: { dealId: id, eventId: key } } })
  if (taken) return { seq: taken.seq }
  const { state, event } = await underModel(deps, actor, id, reading, key)
  return deps.deals.change(id, { event, expectedSeq: expectedSeq ?? state.seq })
}

async function underModel(
  deps: Deps,
  actor: User,
  id: string,
  { facts, roles, tasks, objections }: Reading,
  key: string,
) {
  const { db, models } = deps
  const deal = await seenDeal(db, actor, id)
  const state = deal.state as unknown as DealState
  if ((await models.ofDeal(deal)).number > 0)
    throw new DomainError('DEAL_HAS_MODEL', `The deal “${deal.name}” is under a model already.`, { deal: id })
  const newest = await newestVersion(db, (await modelOf(db, deal.segmentId)).id)
  if (!newest)
    throw new DomainError(
      'MODEL_NOT_PUBLISHED',
      'This segment has no published model yet. Ask sales operations to publish one.',
      { segment: deal.segmentId },
    )
  const target = await models.byId(newest.id)
  const event = readRequest(dealEventSchema, {
    kind: 'model-moved',
    id: key,
    by: actor.id,
    planHash: target.plan.hash,
    version: target.number,
    observations: facts.map(({ noted, ...as }, n) => observationOf(state, noted, { ...as, id: `${key}.${n}` })),
    roles: { ...rolesByKind(state, target.model), ...roles },
    tasks,
    objections,
  }) as DealEvent & { kind: 'model-moved' }
  return { state, target, event }
}

/** What stands for a noted fact, as a fact of the model: with its evidence, and learnt when it was learnt. */
function observationOf(
  { observations }: DealState,
  noted: string,
  as: Pick<ObservationInput, 'id' | 'fact' | 'value'>,
): ObservationInput {
  const standing = Object.values(observations)
    .filter(({ fact, withdrawnAt }) => fact === noted && withdrawnAt === undefined)
    .reduce<DealState['observations'][string] | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined)
  if (!standing)
    throw new DomainError('OBSERVATION_NOT_FOUND', `Nothing is noted as “${noted}” on this deal. Reload its page.`, {
      fact: noted,
    })
  const { grade, at, saidBy, evidence, files } = standing
  return { ...as, grade, at, ...(saidBy && { saidBy }), ...(evidence && { evidence }), ...(files && { files }) }
}

/** People keep their role where the model has it, and else take its only role of the same kind. */
function rolesByKind({ people = {} }: DealState, { chain }: ProcessModel): Record<string, string> {
  return Object.fromEntries(
    Object.entries(people).flatMap(([id, { role }]) => {
      const sameKind = chain.roles.filter(({ kind }) => kind === role)
      const [only] = sameKind
      if (chain.roles.some((one) => one.id === role) || !only || sameKind.length > 1) return []
      return [[id, only.id]]
    }),
  )
}
