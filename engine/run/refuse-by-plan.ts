import { isFreeForm, type Plan, triggersOf } from '../compile/plan.ts'
import type { DealEvent, ObservationInput } from '../deal/deal-event.ts'
import type { DealState } from '../deal/deal-state.ts'
import { DomainError } from '../domain-error.ts'
import { factName, wordsOfNoted } from '../facts/fact.ts'
import { fits } from '../facts/fits.ts'
import { objectionKinds } from '../model/objection-type.ts'
import type { ValueType } from '../model/value-type.ts'
import { unreachable } from '../unreachable.ts'

/** Whether an event names something that the deal's plan does not have, or gives a value of another type. */
export function refuseByPlan(plan: Plan, state: DealState | undefined, event: DealEvent): DomainError | undefined {
  switch (event.kind) {
    case 'opened':
    case 'interaction-recorded':
      return refuseObservations(plan, event.observations)
    case 'model-moved':
      return (
        refuseObservations(plan, event.observations ?? []) ??
        refuseRoles(plan, Object.values(event.roles ?? {})) ??
        refuseReadAnew(plan, event)
      )
    case 'task-added':
      return isFreeForm(plan)
        ? undefined
        : new DomainError('DEAL_HAS_MODEL', 'This deal has a model. Add an action to one of its stages, with a reason.')
    case 'support-answered':
      return refuseAnswer(plan, state, event) ?? refuseObservations(plan, event.observations)
    case 'objection-raised':
      return refuseObjectionType(plan, event.type)
    case 'style-chosen':
      return plan.styles.some(({ id }) => id === event.style)
        ? undefined
        : new DomainError('STYLE_UNKNOWN', `The model has no style ${event.style}.`, { style: event.style })
    case 'person-named':
    case 'person-changed':
      return refuseRoles(plan, [event.role, ...(event.alsoHolds ?? [])])
    case 'signer-added':
    case 'sign-off-returned':
      return refuseLayer(plan, event.layer, event.specialist)
    case 'deviated':
      return refuseDeviation(plan, event.deviation)
    default:
      return undefined
  }
}

function refuseObjectionType(plan: Plan, type: string): DomainError | undefined {
  const isKnown = plan.objectionTypes.some(({ id }) => id === type)
  // Plans of deals without a model that were made before had no types.
  return isKnown || (isFreeForm(plan) && objectionKinds.some((kind) => kind === type))
    ? undefined
    : new DomainError('OBJECTION_TYPE_UNKNOWN', `The model has no objection type ${type}.`, { type })
}

/** What tasks and objections of before are said to be on this model. */
function refuseReadAnew(
  plan: Plan,
  { tasks = {}, objections = {} }: DealEvent & { kind: 'model-moved' },
): DomainError | undefined {
  const told = Object.values(objections)
  return [
    ...Object.values(tasks).map((action) => refuseAction(plan, action)),
    ...told.map(({ type }) => refuseObjectionType(plan, type)),
    ...told.map(({ stage }) => (stage === undefined ? undefined : refuseStage(plan, stage))),
  ].find((refusal) => refusal)
}

const refuseAction = (plan: Plan, action: string): DomainError | undefined =>
  plan.stages.some(({ actions }) => actions.some(({ id }) => id === action))
    ? undefined
    : new DomainError('ACTION_UNKNOWN', `The model has no action ${action}.`, { action })

const refuseStage = (plan: Plan, stage: string): DomainError | undefined =>
  plan.stages.some(({ id }) => id === stage)
    ? undefined
    : new DomainError('STAGE_UNKNOWN', `The model has no stage ${stage}.`, { stage })

function refuseRoles(plan: Plan, roles: string[]): DomainError | undefined {
  const role = roles.find((one) => !(one in plan.commitmentsOf))
  return role === undefined
    ? undefined
    : new DomainError('ROLE_UNKNOWN', `The model has no buying role ${role}.`, { role })
}

function refuseLayer(plan: Plan, id: string, specialist: string | undefined): DomainError | undefined {
  const layer = plan.layers.find((one) => one.id === id)
  if (!layer) return new DomainError('LAYER_UNKNOWN', `The model has no layer ${id}.`, { layer: id })
  return specialist === undefined || layer.specialists.some((one) => one.id === specialist)
    ? undefined
    : new DomainError('LAYER_UNKNOWN', `No department ${specialist} signs beside the layer ${id}.`, {
        layer: id,
        specialist,
      })
}

function refuseDeviation(
  plan: Plan,
  deviation: (DealEvent & { kind: 'deviated' })['deviation'],
): DomainError | undefined {
  if (deviation.kind === 'drop-action') return refuseAction(plan, deviation.action)
  const unknownStage = refuseStage(plan, deviation.stage)
  if (unknownStage) return unknownStage
  const brings = deviation.kind === 'add-action' ? (deviation.brings ?? []) : []
  const unknown = brings.find(
    (id) => !(factName.element(id) in plan.observable) && !(factName.commitment(id) in plan.observable),
  )
  return unknown === undefined
    ? undefined
    : new DomainError('FACT_UNKNOWN', `The model has no element or commitment ${unknown}.`, { fact: unknown })
}

const refuseObservations = (plan: Plan, observations: ObservationInput[]): DomainError | undefined =>
  observations.map((observation) => refuseObservation(plan, observation)).find((refusal) => refusal)

/** A department's answer brings the elements that it was asked for, and nothing else of the customer's. */
function refuseAnswer(
  plan: Plan,
  state: DealState | undefined,
  event: DealEvent & { kind: 'support-answered' },
): DomainError | undefined {
  const trigger = state?.supportRequests[event.request]?.trigger
  const asked = triggersOf(plan).find(({ id }) => id === trigger)?.brings ?? []
  const other = event.observations.find(({ fact }) => !asked.some((id) => factName.element(id) === fact))
  return (
    other &&
    new DomainError('FACT_NOT_ASKED', `This request does not ask for ${other.fact}. Answer with what it asks for.`, {
      fact: other.fact,
      asked,
    })
  )
}

function refuseObservation(plan: Plan, { fact, value }: ObservationInput): DomainError | undefined {
  const type = plan.observable[fact]
  if (!type && isFreeForm(plan) && wordsOfNoted(fact) !== undefined) return undefined
  if (!type)
    return new DomainError(
      'FACT_UNKNOWN',
      `The model has no fact ${fact}. Choose one of its attributes, elements or commitments.`,
      { fact },
    )
  return fits(type, value)
    ? undefined
    : new DomainError('VALUE_MISMATCH', `${fact} takes ${describe(type)}, not ${JSON.stringify(value)}.`, {
        fact,
        value,
      })
}

function describe(type: ValueType): string {
  switch (type.kind) {
    case 'flag':
      return 'yes or no'
    case 'choice':
      return `one of ${type.options.join(', ')}`
    case 'date':
      return 'a date such as 2026-03-31'
    case 'number':
    case 'money':
      return 'a number'
    case 'text':
      return 'some text'
    default:
      return unreachable(type)
  }
}
