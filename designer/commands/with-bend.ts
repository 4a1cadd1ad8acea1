import type { Position, ProcessModel } from '#engine'
import { card } from '../map/geometry.ts'
import { longestLeg } from '../map/route-path.ts'
import { stageBoxes } from '../map/stage-boxes.ts'
import { leadLine } from './routes.ts'

/** How far a new bend stands beside the straight way, so that it can be seen. */
const aside = 40

/** A drawing with one more bend in a line, in the middle of its longest stretch; `at` is its turn. */
export function withBend(model: ProcessModel, transition: string): { model: ProcessModel; at: number } | undefined {
  const line = model.transitions.find(({ id }) => id === transition)
  const boxes = stageBoxes(model)
  const [from, to] = [boxes.get(line?.from ?? ''), boxes.get(line?.to ?? '')]
  if (!from || !to) return undefined
  const route = model.routes?.[transition] ?? []
  const points: Position[] = [
    { x: from.x + from.width, y: from.y + card.handle },
    ...route,
    { x: to.x, y: to.y + card.handle },
  ]
  const at = longestLeg(points)
  const [start, end] = [points[at] as Position, points[at + 1] as Position]
  const isAcross = Math.abs(end.x - start.x) >= Math.abs(end.y - start.y)
  const bend = {
    x: Math.round((start.x + end.x) / 20) * 10 + (isAcross ? 0 : aside),
    y: Math.round((start.y + end.y) / 20) * 10 + (isAcross ? aside : 0),
  }
  return { model: leadLine(model, transition, route.toSpliced(at, 0, bend)), at }
}
