import type { ProcessModel } from '../../model/process-model.ts'
import type { Check, Place } from '../finding.ts'
import { partsOf, supportOf } from '../parts-of.ts'

/** A time that starts on an element or commitment which the drawing does not have, or which nobody can bring. */
export const clockNeverStarts: Check<'clock-never-starts'> = (model) => {
  const brought = broughtIn(model)
  return clocksOf(model)
    .filter(({ from }) => !brought.has(from))
    .map(({ place, name, from }) => ({ place, values: { name, from: nameOf(model, from) } }))
}

type Clock = { place: Place; name: string; from: string }

function clocksOf(model: ProcessModel): Clock[] {
  const clock = (place: Place, name: string, from: string | undefined): Clock[] => (from ? [{ place, name, from }] : [])
  return [
    ...model.stages.flatMap((stage) =>
      stage.actions.flatMap(({ id, name, dueFrom }) => clock({ kind: 'action', id, stage: stage.id }, name, dueFrom)),
    ),
    ...supportOf(model).flatMap(({ place, trigger }) => clock(place, trigger.name, trigger.lateFrom)),
    ...model.chain.layers.flatMap(({ id, name, usuallyFrom }) => clock({ kind: 'layer', id }, name, usuallyFrom)),
    ...model.chain.specialists.flatMap(({ id, name, usuallyFrom }) =>
      clock({ kind: 'specialist', id }, name, usuallyFrom),
    ),
  ]
}

/** What somebody can bring: elements that a role discloses, an action or a department brings, and commitments of a role. */
function broughtIn(model: ProcessModel): ReadonlySet<string> {
  return new Set([
    ...model.stages.flatMap(({ elements }) => elements.filter(({ from }) => from.length > 0).map(({ id }) => id)),
    ...model.stages.flatMap(({ commitments }) => commitments.filter(({ role }) => role).map(({ id }) => id)),
    ...drawnOnly(model, [
      ...model.stages.flatMap(({ actions }) => actions.flatMap(({ brings }) => brings)),
      ...supportOf(model).flatMap(({ trigger }) => trigger.brings),
    ]),
  ])
}

const drawnOnly = (model: ProcessModel, ids: string[]): string[] => {
  const drawn = new Set(
    model.stages.flatMap(({ elements, commitments }) => [...elements, ...commitments].map(({ id }) => id)),
  )
  return ids.filter((id) => drawn.has(id))
}

const nameOf = (model: ProcessModel, id: string): string =>
  partsOf(model).find(({ place }) => place.id === id && ['element', 'commitment'].includes(place.kind))?.name ?? id
