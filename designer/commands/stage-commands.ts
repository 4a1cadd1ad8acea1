import type { Action, Commitment, Element, Position, ProcessModel, Stage, SupportTrigger, Transition } from '#engine'
import { replaced, without } from './lists.ts'
import { movedRoutes, withRoutes } from './routes.ts'

/* Every edit is a pure command: a model and its arguments in, the next model out. */

export function addStage(
  model: ProcessModel,
  { id, name, position }: { id: string; name: string; position: Position },
): ProcessModel {
  const stage: Stage = {
    id,
    name,
    description: '',
    elements: [],
    commitments: [],
    actions: [],
    support: [],
    join: 'any',
  }
  return { ...model, stages: [...model.stages, stage], layout: { ...model.layout, [id]: position } }
}

export function changeStage(model: ProcessModel, stage: Stage): ProcessModel {
  return { ...model, stages: replaced(model.stages, stage) }
}

/** A stage goes with the transitions that touch it. Conditions that name what it held stay, and become findings. */
export function removeStage(model: ProcessModel, id: string): ProcessModel {
  const { [id]: _, ...layout } = model.layout
  const bare = {
    ...model,
    stages: without(model.stages, id),
    transitions: model.transitions.filter(({ from, to }) => from !== id && to !== id),
    layout,
  }
  return withRoutes(bare, model.routes ?? {})
}

/** A line whose two stages move alike takes its bends along. */
export function moveStages(model: ProcessModel, positions: Record<string, Position>): ProcessModel {
  const ends = new Map(model.transitions.map(({ id, from, to }) => [id, [from, to]]))
  const shiftOf = (stage: string | undefined): Position | undefined => {
    const [before, after] = [model.layout[stage ?? ''], positions[stage ?? '']]
    return before && after && { x: after.x - before.x, y: after.y - before.y }
  }
  const next = { ...model, layout: { ...model.layout, ...positions } }
  return movedRoutes(next, (point, line) => {
    const [one, other] = (ends.get(line) ?? []).map(shiftOf)
    return one && other && one.x === other.x && one.y === other.y ? { x: point.x + one.x, y: point.y + one.y } : point
  })
}

export function moveNotes(model: ProcessModel, positions: Record<string, Position>): ProcessModel {
  return { ...model, notes: model.notes.map((note) => ({ ...note, at: positions[note.id] ?? note.at })) }
}

/** Drawing a line that is already there changes nothing. */
export function connect(model: ProcessModel, transition: Transition): ProcessModel {
  const there = model.transitions.some(({ from, to }) => from === transition.from && to === transition.to)
  return there || transition.from === transition.to
    ? model
    : { ...model, transitions: [...model.transitions, transition] }
}

export function changeTransition(model: ProcessModel, transition: Transition): ProcessModel {
  return { ...model, transitions: replaced(model.transitions, transition) }
}

export function removeTransition(model: ProcessModel, id: string): ProcessModel {
  return withRoutes({ ...model, transitions: without(model.transitions, id) }, model.routes ?? {})
}

export type StageParts = { elements: Element; commitments: Commitment; actions: Action; support: SupportTrigger }

export function putPart<Part extends keyof StageParts>(
  model: ProcessModel,
  args: { stage: string; part: Part; item: StageParts[Part] },
): ProcessModel {
  return inStage(model, args.stage, (stage) => {
    const list = stage[args.part] as StageParts[Part][]
    const next = list.some(({ id }) => id === args.item.id) ? replaced(list, args.item) : [...list, args.item]
    return { ...stage, [args.part]: next }
  })
}

/** What is removed is no longer the effect of any action or answer. */
export function removePart(
  model: ProcessModel,
  args: { stage: string; part: keyof StageParts; id: string },
): ProcessModel {
  const next = inStage(model, args.stage, (stage) => ({
    ...stage,
    [args.part]: (stage[args.part] as StageParts[keyof StageParts][]).filter(({ id }) => id !== args.id),
  }))
  if (args.part === 'actions' || args.part === 'support') return next
  const brings = <Bringer extends { brings: string[] }>(one: Bringer): Bringer => ({
    ...one,
    brings: one.brings.filter((id) => id !== args.id),
  })
  return {
    ...next,
    stages: next.stages.map((stage) => ({
      ...stage,
      actions: stage.actions.map(brings),
      support: stage.support.map(brings),
    })),
    objectionTypes: next.objectionTypes.map((type) => ({ ...type, support: type.support.map(brings) })),
  }
}

function inStage(model: ProcessModel, id: string, change: (stage: Stage) => Stage): ProcessModel {
  return { ...model, stages: model.stages.map((stage) => (stage.id === id ? change(stage) : stage)) }
}
