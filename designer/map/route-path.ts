import type { Position } from '#engine'

/* The way of a line that a hand leads: through points, from where it begins to where it ends. All pure. */

const radius = 14
/** Within so many units of the straight way a point bends nothing. */
const straight = 5

/** An SVG path through points, with round corners. */
export function routePath(points: readonly Position[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  const corners = rest.map((point, n) => {
    const next = rest[n + 1]
    if (!next) return `L ${point.x} ${point.y}`
    const before = points[n] as Position
    const into = towards(point, before, Math.min(radius, distance(point, before) / 2))
    const out = towards(point, next, Math.min(radius, distance(point, next) / 2))
    return `L ${into.x} ${into.y} Q ${point.x} ${point.y} ${out.x} ${out.y}`
  })
  return [`M ${first.x} ${first.y}`, ...corners].join(' ')
}

/** The point half the way along. */
export function middleOf(points: readonly Position[]): Position {
  const lengths = points.slice(1).map((point, n) => distance(points[n] as Position, point))
  let left = lengths.reduce((sum, one) => sum + one, 0) / 2
  for (const [n, length] of lengths.entries()) {
    if (length >= left) return towards(points[n] as Position, points[n + 1] as Position, left)
    left -= length
  }
  return points.at(-1) ?? { x: 0, y: 0 }
}

/** Between which two of its points a line runs nearest to one: the index of the first of the two. */
export function legNear(points: readonly Position[], at: Position): number {
  const far = points.slice(1).map((end, n) => distanceFromLeg(at, points[n] as Position, end))
  return far.indexOf(Math.min(...far))
}

/** The longest stretch without a bend: the index of its first point. */
export function longestLeg(points: readonly Position[]): number {
  const lengths = points.slice(1).map((point, n) => distance(points[n] as Position, point))
  return lengths.indexOf(Math.max(...lengths))
}

/** The points of a way that do bend it, between where it begins and where it ends. */
export function bendsOf(start: Position, points: readonly Position[], end: Position): Position[] {
  return points.filter((point, n) => {
    const [before, after] = [points[n - 1] ?? start, points[n + 1] ?? end]
    return distanceFromLeg(point, before, after) > straight
  })
}

const distance = (a: Position, b: Position): number => Math.hypot(b.x - a.x, b.y - a.y)

function towards(from: Position, to: Position, by: number): Position {
  const share = by / (distance(from, to) || 1)
  return { x: round(from.x + (to.x - from.x) * share), y: round(from.y + (to.y - from.y) * share) }
}

/** To a tenth of a unit: nobody sees less, and the path stays short. */
const round = (value: number): number => Math.round(value * 10) / 10

function distanceFromLeg(point: Position, start: Position, end: Position): number {
  const length = distance(start, end)
  if (length === 0) return distance(point, start)
  const along = ((point.x - start.x) * (end.x - start.x) + (point.y - start.y) * (end.y - start.y)) / length ** 2
  const share = Math.max(0, Math.min(1, along))
  return distance(point, { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share })
}
