import { expect, it } from 'vitest'
import { snapped } from './guides.ts'

const box = (x: number, y: number, height = 100) => ({ x, y, width: 264, height })

it('a dragged card snaps to the nearest edge or middle of another', () => {
  expect(snapped(box(403, 95), [box(400, 300), box(0, 100)])).toEqual({ x: 400, y: 100, guides: { x: 400, y: 100 } })
  expect(snapped(box(300, 73, 50), [box(0, 50)])).toEqual({ x: 300, y: 75, guides: { y: 100 } })
})

it('a dragged card stands where the hand leaves it where nothing is near', () => {
  expect(snapped(box(30, 50), [box(400, 300)])).toEqual({ x: 30, y: 50, guides: {} })
})
