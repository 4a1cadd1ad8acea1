import type { Position, ProcessModel } from '#engine'
import { type Box, noteHeight, note as noteSize } from '../map/geometry.ts'
import { movedRoutes } from './routes.ts'
import { moveNotes, moveStages } from './stage-commands.ts'

/** Room made (or, below zero, taken) along an axis: whatever has its middle beyond `from` moves by so much. */
export type Room = { axis: 'x' | 'y'; from: number; by: number }

/** What stays between two cards when room is taken. */
const gap = 20

/** Moves all that stands beyond a line on the canvas: stages, notes and the bends of lines. No card comes over another. */
export function withRoom(model: ProcessModel, boxes: ReadonlyMap<string, Box>, room: Room): ProcessModel {
  const shift = shiftOf(boxes, room)
  if (shift.by === 0) return model
  const shifted = shifterOf(shift)
  const stages = Object.fromEntries([...boxes].map(([id, box]) => [id, shifted(box, box)]))
  const notes = Object.fromEntries(
    model.notes.map(({ id, text, at }) => [
      id,
      shifted(at, { ...at, width: noteSize.width, height: noteHeight(text) }),
    ]),
  )
  return movedRoutes(moveNotes({ ...model, layout: moveStages(model, stages).layout }, notes), (point) =>
    shifted(point),
  )
}

/** The room as far as it can be taken. */
export function shiftOf(boxes: ReadonlyMap<string, Box>, room: Room): Room {
  if (room.by >= 0) return room
  const all = [...boxes.values()]
  const moving = all.filter((box) => isBeyond(room, box))
  const staying = all.filter((box) => !isBeyond(room, box))
  const free = moving.flatMap((box) =>
    staying
      .filter((other) => isBeside(room.axis, box, other))
      .map((other) => start(room.axis, box) - end(room.axis, other) - gap),
  )
  return { ...room, by: Math.min(0, -Math.min(-room.by, ...free)) }
}

/** Where something stands once there is the room. A point has no size. */
export function shifterOf({ axis, from, by }: Room) {
  return (at: Position, box: Box = { ...at, width: 0, height: 0 }): Position => {
    const { x, y } = at
    if (!isBeyond({ axis, from }, box)) return { x, y }
    return axis === 'x' ? { x: x + by, y } : { x, y: y + by }
  }
}

const start = (axis: Room['axis'], box: Box): number => box[axis]
const length = (axis: Room['axis'], box: Box): number => (axis === 'x' ? box.width : box.height)
const end = (axis: Room['axis'], box: Box): number => start(axis, box) + length(axis, box)
const isBeyond = ({ axis, from }: Pick<Room, 'axis' | 'from'>, box: Box): boolean =>
  start(axis, box) + length(axis, box) / 2 >= from

/** Whether two boxes would meet if one moved along the axis. */
function isBeside(axis: Room['axis'], one: Box, other: Box): boolean {
  const across = axis === 'x' ? 'y' : 'x'
  return start(across, one) < end(across, other) && start(across, other) < end(across, one)
}
