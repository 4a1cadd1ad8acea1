import type { Position, ProcessModel, Route } from '#engine'

/* The ways that lines take where a hand leads them. A line without one takes its own way. */

/** Leads a line through some points; through none, it takes its own way again. */
export function leadLine(model: ProcessModel, transition: string, points: readonly Position[]): ProcessModel {
  const { [transition]: before, ...others } = model.routes ?? {}
  if (points.length === 0) return before ? withRoutes(model, others) : model
  return withRoutes(model, { ...model.routes, [transition]: points.slice(0, mostBends) })
}

/** As many as a line has room for in a drawing’s file. */
const mostBends = 50

/** Every line takes its own way again. */
export const withoutRoutes = (model: ProcessModel): ProcessModel => withRoutes(model, {})

/** The drawing with these ways, of lines that are drawn; a way without points is a line's own. */
export function withRoutes(model: ProcessModel, wanted: Readonly<Record<string, Route>>): ProcessModel {
  const { routes: _, ...bare } = model
  const drawn = new Set(model.transitions.map(({ id }) => id))
  const routes = Object.fromEntries(Object.entries(wanted).filter(([id, route]) => drawn.has(id) && route.length > 0))
  return Object.keys(routes).length > 0 ? { ...bare, routes } : bare
}

/** Each point of each way put elsewhere; `of` is the line that takes it. */
export function movedRoutes(model: ProcessModel, put: (point: Position, of: string) => Position): ProcessModel {
  if (!model.routes) return model
  const entries = Object.entries(model.routes)
  return withRoutes(model, Object.fromEntries(entries.map(([id, route]) => [id, route.map((point) => put(point, id))])))
}
