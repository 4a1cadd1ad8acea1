import type { Position, ProcessModel } from '#engine'
import { card } from './geometry.ts'

const column = 340
const between = 40

/** Where each stage stands: as laid out, and where nothing says so, a column a step behind the stages that lead to it. */
export function placeStages(model: ProcessModel, heights: ReadonlyMap<string, number>): ReadonlyMap<string, Position> {
  const places = new Map<string, Position>()
  const lowest = new Map<number, number>()
  const missing = model.stages.filter(({ id }) => !model.layout[id])
  for (const { id } of model.stages) {
    const place = model.layout[id]
    if (place) places.set(id, place)
  }
  const below = Math.max(0, ...[...places].map(([id, { y }]) => y + (heights.get(id) ?? 0) + between))
  const steps = missing.length > 0 ? stepsOf(model) : new Map<string, number>()
  for (const { id } of missing) {
    const step = steps.get(id) ?? 0
    const y = lowest.get(step) ?? (places.size > missing.length ? below : 0)
    places.set(id, { x: step * column, y })
    lowest.set(step, y + (heights.get(id) ?? card.width) + between)
  }
  return places
}

/** The longest way to each stage from a start, in steps; a cycle counts once. */
function stepsOf(model: ProcessModel): Map<string, number> {
  const steps = new Map<string, number>()
  const walk = (id: string, step: number, path: ReadonlySet<string>): void => {
    if (path.has(id) || (steps.get(id) ?? -1) >= step) return
    steps.set(id, step)
    for (const { from, to } of model.transitions) if (from === id) walk(to, step + 1, new Set([...path, id]))
  }
  const led = new Set(model.transitions.map(({ to }) => to))
  for (const { id } of model.stages) if (!led.has(id)) walk(id, 0, new Set())
  for (const { id } of model.stages) if (!steps.has(id)) walk(id, 0, new Set())
  return steps
}
