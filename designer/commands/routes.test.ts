import { describe, expect, it } from 'vitest'
import { type ProcessModel, processModelSchema } from '#engine'
import { aDrawing, aStage, aWay } from '../../tests/support/a-drawing.ts'
import { clipOf, clipText, readClip } from './clip.ts'
import { paste } from './paste.ts'
import { leadLine, withoutRoutes } from './routes.ts'
import { moveStages, removeStage, removeTransition } from './stage-commands.ts'

const drawn = processModelSchema.parse(
  aDrawing({
    stages: ['need', 'trial', 'signed'].map((id) => aStage(id)),
    transitions: [aWay('need', 'trial'), aWay('trial', 'signed')],
    layout: { need: { x: 0, y: 0 }, trial: { x: 400, y: 0 }, signed: { x: 800, y: 0 } },
  }),
)
const bend = { x: 320, y: 200 }
const led = leadLine(drawn, 'need-trial', [bend])
const moved = (...stages: string[]) =>
  moveStages(led, Object.fromEntries(stages.map((id) => [id, { x: (led.layout[id]?.x ?? 0) + 50, y: 30 }]))).routes

describe('a line that a hand leads', () => {
  it('keeps its bends, and takes its own way again once it has none', () => {
    expect(led.routes).toEqual({ 'need-trial': [bend] })
    expect(leadLine(led, 'need-trial', [])).toEqual(drawn)
    expect(leadLine(drawn, 'need-trial', [])).toBe(drawn)
    expect(withoutRoutes(led)).toEqual(drawn)
  })

  it('takes its bends along where both its stages move alike, and only there', () => {
    expect(moved('need', 'trial')).toEqual({ 'need-trial': [{ x: 370, y: 230 }] })
    expect(moved('trial')).toEqual(led.routes)
    expect(moved('trial', 'signed')).toEqual(led.routes)
  })

  it('takes its bends with it when it goes', () => {
    expect(removeTransition(led, 'need-trial')).not.toHaveProperty('routes')
    expect(removeStage(led, 'trial')).not.toHaveProperty('routes')
  })

  it('is copied with its bends, beside the first', () => {
    const clip = readClip(
      clipText(
        clipOf(
          led,
          ['need', 'trial'].map((id) => ({ kind: 'stage', id })),
        ) as never,
      ),
    ) as Parameters<typeof paste>[1]
    const { model } = paste(led, clip) as { model: ProcessModel }
    expect(model.routes).toEqual({ 'need-trial': [bend], 'need-trial-2': [{ x: 360, y: 240 }] })
  })
})
