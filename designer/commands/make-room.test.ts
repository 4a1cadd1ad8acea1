import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { processModelSchema } from '#engine'
import { aDrawing, aStage, aWay } from '../../tests/support/a-drawing.ts'
import { stageBoxes } from '../map/stage-boxes.ts'
import { withRoom } from './make-room.ts'

const drawing = processModelSchema.parse(
  aDrawing({
    stages: ['need', 'trial', 'signed'].map((id) => aStage(id)),
    transitions: [aWay('need', 'trial'), aWay('trial', 'signed')],
    layout: { need: { x: 0, y: 0 }, trial: { x: 340, y: 0 }, signed: { x: 340, y: 400 } },
    notes: [{ id: 'idea', text: 'Idea', at: { x: 400, y: 700 } }],
    routes: { 'need-trial': [{ x: 300, y: 90 }], 'trial-signed': [{ x: 700, y: 200 }] },
  }),
)
const room = (axis: 'x' | 'y', from: number, by: number) => withRoom(drawing, stageBoxes(drawing), { axis, from, by })

describe('room on the canvas', () => {
  it('moves what stands beyond the line: stages, notes and bends', () => {
    expect(room('x', 330, 100)).toMatchObject({
      layout: { need: { x: 0, y: 0 }, trial: { x: 440, y: 0 }, signed: { x: 440, y: 400 } },
      notes: [{ at: { x: 500, y: 700 } }],
      routes: { 'need-trial': [{ x: 300, y: 90 }], 'trial-signed': [{ x: 800, y: 200 }] },
    })
    expect(room('y', 350, 60).layout).toEqual({
      need: { x: 0, y: 0 },
      trial: { x: 340, y: 0 },
      signed: { x: 340, y: 460 },
    })
  })

  it('is taken no further than the cards have, and none comes over another', () => {
    expect(room('x', 330, -500).layout.trial?.x).toBe(284)
    expect(room('x', 330, -30).layout.trial?.x).toBe(310)
  })

  it('that nothing stands beyond, or that is none, changes nothing', () => {
    expect(room('x', 330, 0)).toBe(drawing)
    expect(room('x', 9000, 100)).toEqual(drawing)
  })

  it('leaves cards apart that were apart, wherever the line is drawn', () => {
    const line = fc.record({
      axis: fc.constantFrom('x' as const, 'y' as const),
      from: fc.integer({ min: -50, max: 900 }),
    })
    fc.assert(
      fc.property(line, fc.integer({ min: -900, max: 900 }), ({ axis, from }, by) => {
        const boxes = [...stageBoxes(room(axis, from, by)).values()]
        for (const [n, one] of boxes.entries())
          for (const other of boxes.slice(n + 1)) {
            const isApart = one.x + one.width <= other.x || other.x + other.width <= one.x
            expect(isApart || one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(true)
          }
      }),
    )
  })
})
