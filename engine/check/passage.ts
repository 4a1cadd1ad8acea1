import { lastingPart, lowerCondition } from '../compile/lower-condition.ts'
import { stageCriterion } from '../compile/stage-criterion.ts'
import type { Fact } from '../facts/fact.ts'
import { type Condition, testsIn } from '../model/condition.ts'
import type { ProcessModel } from '../model/process-model.ts'
import type { Stage, Transition } from '../model/stage.ts'
import { canHold } from './can-hold.ts'
import { factsOf } from './facts-of.ts'
import { oncePer } from './once-per.ts'
import { supportOf } from './parts-of.ts'
import { graphOf, reachableStages } from './stage-graph.ts'

/** The stages that every deal has passed by the time that one opens, whichever way it came. */
export const passedBefore = oncePer((model: ProcessModel): ReadonlyMap<string, ReadonlySet<string>> => {
  const { starts, previous } = graphOf(model)
  const reached = reachableStages(model)
  const joins = new Set(model.stages.filter(({ join }) => join === 'all').map(({ id }) => id))
  const before = new Map<string, ReadonlySet<string>>(starts.map((id) => [id, new Set()]))
  // Stages that are reached later only take away: so this ends, and a drawing in order takes two rounds.
  for (let changed = true; changed; ) {
    changed = false
    for (const id of reached) {
      const ways = [...new Set(previous.get(id))].flatMap((from) => {
        const passed = before.get(from)
        return passed && reached.has(from) ? [new Set([...passed, from])] : []
      })
      const [first, ...others] = ways
      if (!first) continue
      const all = others.reduce<Set<string>>((a, b) => (joins.has(id) ? union(a, b) : intersection(a, b)), first)
      all.delete(id)
      if (before.get(id)?.size === all.size) continue
      before.set(id, all)
      changed = true
    }
  }
  return before
})

/** The stages that every deal has passed once it has passed this one. */
export const passedWith = (model: ProcessModel, stage: string): ReadonlySet<string> =>
  new Set([...(passedBefore(model).get(stage) ?? []), stage])

const union = (a: Set<string>, b: Set<string>) => new Set([...a, ...b])
const intersection = (a: Set<string>, b: Set<string>) => new Set([...a].filter((one) => b.has(one)))

/**
 * What passed stages go on resting on, and an open one with them, as far as it is about the facts of a condition. The rest
 * cannot contradict it, and would only make the question larger.
 */
export function restOf(model: ProcessModel, passed: Iterable<string>, about: Condition, open?: string): Condition {
  const named = factsIn(about)
  const members = [...keptOf(model, passed), ...(open ? (standsOn(model).get(open) ?? []) : [])]
  return { all: members.filter((member) => [...factsIn(member)].some((fact) => named.has(fact))) }
}

/** What each stage goes on resting on once it is passed, as conditions that all hold then. */
const keptMembers = oncePer(
  (model: ProcessModel): ReadonlyMap<string, readonly Condition[]> =>
    new Map(
      model.stages.map((stage) => {
        const kept = lastingPart(lowerCondition(stageCriterion(stage)))
        return [stage.id, [...(standsOn(model).get(stage.id) ?? []), ...('all' in kept ? kept.all : [kept])]]
      }),
    ),
)

/** What some stages go on resting on once they are passed. */
export const keptOf = (model: ProcessModel, passed: Iterable<string>): Condition[] =>
  [...passed].flatMap((id) => keptMembers(model).get(id) ?? [])

/** What each stage rests on as long as it is open: its entry condition, and the transitions through which it was reached. */
export const standsOn = oncePer(
  (model: ProcessModel): ReadonlyMap<string, readonly Condition[]> =>
    new Map(
      model.stages.map(({ id, entry, join }) => {
        const ways = (waysInto(model).get(id) ?? []).map(({ condition }) => condition && lasting(condition))
        const asking = ways.filter((condition) => condition !== undefined)
        const reached: Condition[] =
          join === 'all' ? asking : asking.length === ways.length && ways.length > 0 ? [{ any: asking }] : []
        return [id, [...(entry ? [lasting(entry)] : []), ...reached]]
      }),
    ),
)

const lasting = (condition: Condition): Condition => lastingPart(lowerCondition(condition))

const factsIn = (condition: Condition): Set<string> =>
  new Set(testsIn(condition).map(({ fact }) => fact.replace(/^(grade|days-since)\./, '')))

/** How far a deal gets on which everybody brings all they can as soon as they can. */
export type Passage = {
  opens: ReadonlySet<string>
  completes: ReadonlySet<string>
  /** Whether a fact can come at all on a deal that gets this far. */
  comes: (fact: string) => boolean
}

/**
 * Where a deal gets on which everybody brings all they can. Answers of departments and tasks done come only once their
 * stage is open; what nobody at all brings is another complaint, and counts here as brought.
 */
export const passageOf = oncePer((model: ProcessModel): Passage => {
  const facts = factsOf(model)
  const { starts } = graphOf(model)
  const opens = new Set<string>()
  const completes = new Set<string>()
  const comes = (name: string) => isBrought(model, facts.get(name), opens)
  const isTaken = ({ from, condition }: Transition) =>
    completes.has(from) && (!condition || canHold(model, condition, comes))
  const isLed = ({ id, join }: Stage) => {
    const ways = waysInto(model).get(id) ?? []
    return starts.includes(id) || (join === 'all' ? ways.every(isTaken) : ways.some(isTaken))
  }
  for (let size = -1; size !== opens.size + completes.size; ) {
    size = opens.size + completes.size
    for (const stage of model.stages) {
      const enters = !stage.entry || canHold(model, stage.entry, comes)
      if (!opens.has(stage.id) && enters && isLed(stage)) opens.add(stage.id)
      if (!opens.has(stage.id) || completes.has(stage.id)) continue
      if (canHold(model, stageCriterion(stage), comes)) completes.add(stage.id)
    }
  }
  return { opens, completes, comes }
})

export const waysInto = oncePer((model: ProcessModel): ReadonlyMap<string, Transition[]> => {
  const ways = new Map<string, Transition[]>()
  for (const way of model.transitions) ways.set(way.to, [...(ways.get(way.to) ?? []), way])
  return ways
})

/** Whose stage has to be open for a fact to come: of a department's answer, of a task, of an element that only these bring. */
export function broughtAt(model: ProcessModel, fact: Fact | undefined): ReadonlySet<string> | undefined {
  switch (fact?.origin.kind) {
    case 'support': {
      const { id } = fact.origin
      const called = supportOf(model).filter(({ trigger }) => trigger.id === id)
      return called.some(({ place }) => place.stage === undefined)
        ? undefined
        : new Set(called.map(({ owner }) => owner))
    }
    case 'action':
      return new Set([fact.origin.stage])
    case 'element':
      return bringersOf(model).get(fact.origin.id)
    case 'grade':
    case 'days-since':
      return broughtAt(model, factsOf(model).get(fact.origin.of))
    default:
      return undefined
  }
}

function isBrought(model: ProcessModel, fact: Fact | undefined, opens: ReadonlySet<string>): boolean {
  const stages = broughtAt(model, fact)
  return !stages || stages.size === 0 || [...stages].some((stage) => opens.has(stage))
}

/** Elements that no role discloses, with the stages whose actions or support bring them. */
const bringersOf = oncePer((model: ProcessModel): ReadonlyMap<string, ReadonlySet<string>> => {
  const stagesOf = new Map<string, Set<string>>()
  const anywhere = new Set<string>()
  for (const { trigger, place, owner } of supportOf(model))
    for (const element of trigger.brings) {
      if (place.stage === undefined) anywhere.add(element)
      else stagesOf.set(element, new Set([...(stagesOf.get(element) ?? []), owner]))
    }
  for (const { id, actions } of model.stages)
    for (const element of actions.flatMap(({ brings }) => brings))
      stagesOf.set(element, new Set([...(stagesOf.get(element) ?? []), id]))
  const elements = model.stages.flatMap(({ elements }) => elements)
  return new Map(
    elements.flatMap(({ id, from }) => {
      const stages = stagesOf.get(id)
      return stages && from.length === 0 && !anywhere.has(id) ? [[id, stages] as const] : []
    }),
  )
})
