import { describe, expect, it } from 'vitest'
import { bendsOf, legNear, longestLeg, middleOf, routePath } from './route-path.ts'

const start = { x: 0, y: 0 }
const end = { x: 200, y: 100 }
const corner = { x: 200, y: 0 }

describe('a line that is led by hand', () => {
  it('runs straight from point to point, round at its corners, and no rounder than there is room', () => {
    expect(routePath([start, corner, end])).toBe('M 0 0 L 186 0 Q 200 0 200 14 L 200 100')
    expect(routePath([start, { x: 10, y: 0 }, { x: 10, y: 100 }])).toBe('M 0 0 L 5 0 Q 10 0 10 14 L 10 100')
  })

  it('has its words half the way along', () => {
    expect(middleOf([start, corner, end])).toEqual({ x: 150, y: 0 })
  })

  it('is bent between the two points next to where it is taken', () => {
    expect(legNear([start, corner, end], { x: 90, y: 6 })).toBe(0)
    expect(legNear([start, corner, end], { x: 190, y: 60 })).toBe(1)
    expect(longestLeg([start, corner, end])).toBe(0)
  })

  it('loses a point that bends nothing', () => {
    expect(bendsOf(start, [{ x: 100, y: 3 }, corner], end)).toEqual([corner])
    expect(bendsOf(start, [{ x: 100, y: 50 }], end)).toEqual([])
  })
})
