import { applyChanges, type Change, diffModels, inverseOf, isLayout, type Position, type ProcessModel } from '#engine'
import { type Mark, type Marks, markKey } from '../map/marks.ts'

/** Two drawings in one picture: the newer one, with what it no longer has still in it, and each difference marked. */
export type DrawnDifferences = { model: ProcessModel; marks: Marks; changes: Change[] }

/** Where stages stand on the canvas is no difference here: customers buy in the same way. Pure. */
export function drawnDifferences(before: ProcessModel, after: ProcessModel): DrawnDifferences {
  const all = diffModels(before, after)
  const isGone = ({ place }: Change) =>
    place.kind !== 'transition' || all.some((one) => one.kind === 'removed' && markKey(one.place) === markKey(place))
  const gone = all.filter((change) => change.kind === 'removed' || (isGoneFromCanvas(change) && isGone(change)))
  const whole = applyChanges(after, gone.map(inverseOf))
  const changes = all.filter((change) => !isLayout(change))
  return { model: { ...whole, layout: beside(after.layout, whole.layout) }, marks: marksOf(changes), changes }
}

const isGoneFromCanvas = (change: Change): boolean => change.kind === 'laid-out' && change.after === undefined

function marksOf(changes: readonly Change[]): Marks {
  const marks = new Map<string, Mark>()
  for (const { kind, place } of changes) {
    const whole = kind === 'added' || kind === 'removed'
    if (whole || !marks.has(markKey(place))) marks.set(markKey(place), whole ? kind : 'changed')
  }
  // A card tells from far away that something about it differs.
  for (const { place } of changes) {
    const stage = place.stage !== undefined && markKey({ kind: 'stage', id: place.stage })
    if (stage && place.kind !== 'support' && !marks.has(stage)) marks.set(stage, 'changed')
  }
  return marks
}

/** As far apart as two cards have to stand to be told apart, in canvas units. */
const room = { x: 280, y: 120 }
const step = 60

/** What is gone keeps its place on the canvas; where another stage stands there by now, it stands further down. */
function beside(kept: ProcessModel['layout'], all: ProcessModel['layout']): ProcessModel['layout'] {
  const layout = { ...kept }
  for (const [id, { x, y }] of Object.entries(all)) {
    if (kept[id]) continue
    let place = { x, y }
    while (Object.values(layout).some((other) => isNear(other, place))) place = { x, y: place.y + step }
    layout[id] = place
  }
  return layout
}

const isNear = (one: Position, other: Position): boolean =>
  Math.abs(one.x - other.x) < room.x && Math.abs(one.y - other.y) < room.y
