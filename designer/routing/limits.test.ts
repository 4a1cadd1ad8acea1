import { expect, it } from 'vitest'
import type { Grant } from '#engine'
import { limitsOf, matrixOf } from './limits.ts'

const grant = (limits: Partial<Grant>): Grant => ({ id: 'grant', ...limits })

it('of several lines the most generous is shown', () => {
  const authority = [grant({ upTo: 10 }), grant({ person: 'ann', upTo: 50 }), grant({ person: 'ben' })]
  expect(limitsOf(authority, 'ann', 'review')).toEqual([{ upTo: 50 }])
  expect(limitsOf(authority, 'ben', 'review')).toEqual([{}])
  expect(limitsOf(authority, 'cleo', 'review')).toEqual([{ upTo: 10 }])
})

it('a stage is shown where more may be taken there than elsewhere', () => {
  const authority = [grant({ upTo: 10 }), grant({ stage: 'need', upTo: 5 }), grant({ stage: 'approval', upTo: 90 })]
  expect(limitsOf(authority, 'ann', 'review')).toEqual([{ upTo: 10 }, { stage: 'approval', upTo: 90 }])
})

it('whoever no line names may take nothing', () => {
  expect(limitsOf([grant({ person: 'ben' }), grant({ request: 'opinion' })], 'ann', 'review')).toEqual([])
})

it('kinds of request of which everybody may take the same are one row, the most of them last', () => {
  const authority = [grant({ upTo: 10 }), grant({ person: 'ann', request: 'review', upTo: 50 })]
  expect(matrixOf(authority, ['ann', 'ben'], ['opinion', 'review', 'check'])).toEqual([
    { requests: ['review'], limits: [[{ upTo: 50 }], [{ upTo: 10 }]] },
    { requests: ['opinion', 'check'], limits: [[{ upTo: 10 }], [{ upTo: 10 }]] },
  ])
})
