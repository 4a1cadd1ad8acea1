import {
  canonicalJson,
  type Finding,
  type Place,
  type ProcessModel,
  type RuleName,
  type Stage,
  type SupportTrigger,
  type Transition,
} from '#engine'
import { putInChain } from './chain-commands.ts'
import { lacking } from './lists.ts'
import { removePlaces } from './remove-places.ts'
import { changeStage, changeTransition, putPart } from './stage-commands.ts'

type Fix = (model: ProcessModel, place: Place) => ProcessModel

/**
 * The drawing with a finding mended, where one way to do so needs no judgement; undefined where a person has to decide. What
 * is removed is only what does nothing or names what is not there.
 */
export function fixed(model: ProcessModel, { rule, place }: Finding): ProcessModel | undefined {
  const next = fixes[rule as RuleName]?.(model, place)
  return next === model ? undefined : next
}

const remove: Fix = (model, place) => removePlaces(model, [place])

const fixes: Partial<Record<RuleName, Fix>> = {
  'transition-to-itself': remove,
  'transition-duplicate': withoutSecond,
  'transition-stage-missing': remove,
  'transition-shadowed': remove,
  'transition-leads-back': remove,
  'stage-never-left': endAtTheLast,
  'end-missing': endAtTheLast,
  'condition-always-holds': withoutCondition,
  'action-brings-unknown': (model, place) => {
    const known = idsBrought(model)
    return inStage(model, place, (stage) => ({
      ...stage,
      actions: stage.actions.map((one) =>
        one.id === place.id ? { ...one, brings: one.brings.filter((id) => known.has(id)) } : one,
      ),
    }))
  },
  'action-without-effect': (model, place) =>
    inStage(model, place, (stage) => {
      const [only, ...others] = [...stage.elements, ...stage.commitments]
      if (!only || others.length > 0) return stage
      return {
        ...stage,
        actions: stage.actions.map((one) => (one.id === place.id ? { ...one, brings: [only.id] } : one)),
      }
    }),
  'element-role-missing': (model, place) =>
    inStage(model, place, (stage) => ({
      ...stage,
      elements: stage.elements.map((one) =>
        one.id === place.id ? { ...one, from: one.from.filter((id) => hasRole(model, id)) } : one,
      ),
    })),
  'element-nobody-brings': (model, place) => {
    const role = onlyOf(model.chain.roles)
    const element = stageAt(model, place)?.elements.find(({ id }) => id === place.id)
    if (!role || !element) return model
    return putPart(model, { stage: place.stage ?? '', part: 'elements', item: { ...element, from: [role.id] } })
  },
  'commitment-without-role': toTheOnlyRole,
  'commitment-role-missing': toTheOnlyRole,
  'support-without-department': toTheOnlyDepartment,
  'support-department-missing': toTheOnlyDepartment,
  'support-brings-unknown': (model, place) => {
    const known = new Set(model.stages.flatMap(({ elements }) => elements.map(({ id }) => id)))
    return inCall(model, place, (call) => ({ ...call, brings: call.brings.filter((id) => known.has(id)) }))
  },
  'layer-count-too-high': (model, { id }) => {
    const layer = model.chain.layers.find((one) => one.id === id)
    return layer ? putInChain(model, { part: 'layers', item: { ...layer, rule: { kind: 'all' } } }) : model
  },
  'role-layer-missing': (model, { id }) => inRole(model, id, 'layer'),
  'role-specialist-missing': (model, { id }) => inRole(model, id, 'specialist'),
  'style-leader-missing': withoutLeader,
  'threshold-dates-unordered': (model, { id }) => ({
    ...model,
    thresholds: model.thresholds.map((one) =>
      one.id === id ? { ...one, values: one.values.toSorted((a, b) => a.from.localeCompare(b.from)) } : one,
    ),
  }),
}

/** A duplicate with a condition of its own stays: a person has to say which of the two is meant. */
function withoutSecond(model: ProcessModel, place: Place): ProcessModel {
  const asks = ({ from, to, condition }: Transition) => canonicalJson([from, to, condition ?? null])
  const second = model.transitions.find(({ id }) => id === place.id)
  const first = second && model.transitions.find((one) => one !== second && asks(one) === asks(second))
  return first ? remove(model, place) : model
}

/** Where no end is drawn, and all ways lead to one stage. */
function endAtTheLast(model: ProcessModel): ProcessModel {
  const last = onlyOf(
    model.stages.filter(({ id }) => !model.transitions.some(({ from, to }) => from === id && to !== id)),
  )
  return last && !model.stages.some(({ end }) => end) ? changeStage(model, { ...last, end: 'won' }) : model
}

function toTheOnlyRole(model: ProcessModel, place: Place): ProcessModel {
  const role = onlyOf(model.chain.roles)
  const commitment = stageAt(model, place)?.commitments.find(({ id }) => id === place.id)
  if (!role || !commitment) return model
  return putPart(model, { stage: place.stage ?? '', part: 'commitments', item: { ...commitment, role: role.id } })
}

function toTheOnlyDepartment(model: ProcessModel, place: Place): ProcessModel {
  const department = onlyOf(model.departments)
  return department ? inCall(model, place, (call) => ({ ...call, department: department.id })) : model
}

function withoutCondition(model: ProcessModel, place: Place): ProcessModel {
  const { kind, id, part } = place
  const transition = kind === 'transition' && model.transitions.find((one) => one.id === id)
  if (transition) return changeTransition(model, lacking(transition, 'condition'))
  return kind === 'stage' && part ? inStage(model, place, (stage) => lacking(stage, part)) : model
}

function withoutLeader(model: ProcessModel, { id }: Place): ProcessModel {
  const style = model.chain.styles.find((one) => one.id === id)
  return style ? putInChain(model, { part: 'styles', item: lacking(style, 'leader') }) : model
}

function inRole(model: ProcessModel, id: string, seat: 'layer' | 'specialist'): ProcessModel {
  const role = model.chain.roles.find((one) => one.id === id)
  return role ? putInChain(model, { part: 'roles', item: lacking(role, seat) }) : model
}

const stageAt = (model: ProcessModel, { kind, id, stage }: Place): Stage | undefined =>
  model.stages.find((one) => one.id === (kind === 'stage' ? id : stage))

function inStage(model: ProcessModel, place: Place, change: (stage: Stage) => Stage): ProcessModel {
  const stage = stageAt(model, place)
  const next = stage && change(stage)
  return next === undefined || next === stage ? model : changeStage(model, next)
}

/** A call belongs to a stage, or to an objection type. */
function inCall(model: ProcessModel, place: Place, change: (call: SupportTrigger) => SupportTrigger): ProcessModel {
  const changed = <Owner extends { support: SupportTrigger[] }>(owner: Owner): Owner => ({
    ...owner,
    support: owner.support.map((call) => (call.id === place.id ? change(call) : call)),
  })
  if (place.stage !== undefined) return inStage(model, place, changed)
  return { ...model, objectionTypes: model.objectionTypes.map(changed) }
}

const hasRole = ({ chain }: ProcessModel, id: string): boolean => chain.roles.some((role) => role.id === id)

const onlyOf = <Item>([only, ...others]: readonly Item[]): Item | undefined => (others.length === 0 ? only : undefined)

const idsBrought = ({ stages }: ProcessModel): ReadonlySet<string> =>
  new Set(stages.flatMap(({ elements, commitments }) => [...elements, ...commitments].map(({ id }) => id)))
