import type { Plan } from '../compile/plan.ts'
import type { DealEvent } from '../deal/deal-event.ts'
import type { DealState, Objection, Task } from '../deal/deal-state.ts'
import { dueOf } from './apply-objection.ts'
import { observe } from './observe.ts'

type Moved = DealEvent & { kind: 'model-moved' }

/**
 * What a deal knew, owed and heard before it had this model, as this model knows it. The record of then stays beside it, and
 * what is said to be nothing of the model goes on as it was.
 */
export function readAnew(plan: Plan, state: DealState, event: Moved, now: string): DealState {
  const { observations, roles, tasks, objections } = event
  return {
    ...state,
    ...(observations && { observations: observe(state, observations, event.by, now, undefined) }),
    ...(roles &&
      state.people && {
        people: withEach(state.people, roles, (person, role) => ({ ...person, role, seq: state.seq })),
      }),
    ...(tasks && { tasks: withEach(state.tasks, tasks, (task, action) => standingFor(plan, task, action, state.seq)) }),
    ...(objections && {
      objections: withEach(state.objections, objections, (objection, is) =>
        asTyped(plan, { ...objection, ...is, seq: state.seq }, now),
      ),
    }),
  }
}

/** Each thing that something is said of, changed by it; the others as they are. */
const withEach = <Item, Said>(
  items: Record<string, Item>,
  said: Record<string, Said>,
  changed: (item: Item, said: Said) => Item,
): Record<string, Item> =>
  Object.fromEntries(
    Object.entries(items).map(([id, item]) => {
      const one = said[id]
      return [id, one === undefined ? item : changed(item, one)]
    }),
  )

/** It stays owed whatever the stage is: where the action is owed, it is its task; where its effect is there, neither is. */
function standingFor(plan: Plan, task: Task, standsFor: string, seq: number): Task {
  const action = plan.stages.flatMap(({ actions }) => actions).find(({ id }) => id === standsFor)
  return { ...task, standsFor, brings: action?.brings ?? task.brings, seq }
}

/** An open objection waits and falls due as its type says, where nobody has said when. */
function asTyped(plan: Plan, objection: Objection, now: string): Objection {
  if (objection.status === 'closed') return objection
  const blocks = plan.objectionTypes.find(({ id }) => id === objection.type)?.blocks ?? false
  return { ...dueOf(plan, objection.type, now), ...objection, blocks }
}
