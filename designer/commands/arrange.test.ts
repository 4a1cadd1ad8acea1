import { describe, expect, it } from 'vitest'
import type { Box } from '../map/geometry.ts'
import { type Arrangement, arranged } from './arrange.ts'

const boxes = new Map<string, Box>([
  ['low', { x: 10, y: 0, width: 100, height: 50 }],
  ['tall', { x: 150, y: 40, width: 100, height: 150 }],
  ['far', { x: 500, y: 20, width: 100, height: 50 }],
])

describe('chosen stages', () => {
  it.each<[Arrangement, Record<string, { x: number; y: number }>]>([
    ['left', { low: { x: 10, y: 0 }, tall: { x: 10, y: 40 }, far: { x: 10, y: 20 } }],
    ['right', { low: { x: 500, y: 0 }, tall: { x: 500, y: 40 }, far: { x: 500, y: 20 } }],
    ['top', { low: { x: 10, y: 0 }, tall: { x: 150, y: 0 }, far: { x: 500, y: 0 } }],
    ['middle', { low: { x: 10, y: 70 }, tall: { x: 150, y: 20 }, far: { x: 500, y: 70 } }],
    ['bottom', { low: { x: 10, y: 140 }, tall: { x: 150, y: 40 }, far: { x: 500, y: 140 } }],
    ['across', { low: { x: 10, y: 0 }, tall: { x: 255, y: 40 }, far: { x: 500, y: 20 } }],
  ])('are lined up: %s', (how, places) => {
    expect(arranged(boxes, how)).toEqual(places)
  })

  it('are not spread where there are only two', () => {
    expect(arranged(new Map([...boxes].slice(0, 2)), 'across')).toEqual({})
  })
})
