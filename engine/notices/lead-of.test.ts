import { expect, test } from 'vitest'
import { leadOf, pathOf } from './lead-of.ts'

const about = { kind: 'support-requested', dealId: 'a/b', segmentId: null, requestId: 'r 1' }

test.each([
  ['a seller to the deal', about, 'rep', '/deals/a%2Fb'],
  ['a resource owner to the request', about, 'resource-owner', '/queue/a%2Fb/r%201'],
  [
    'a resource owner to the queue where no request is named',
    { ...about, requestId: null },
    'resource-owner',
    '/queue',
  ],
  ['anybody to the segment', { ...about, dealId: null, segmentId: 's' }, 'ops', '/segments/s'],
  ['an admin to where things are sent', { ...about, kind: 'webhook-disabled' }, 'admin', '/delivery'],
  ['a webhook, which has no role, to the deal', about, undefined, '/deals/a%2Fb'],
])('a notice leads %s', (_, notice, role, path) => {
  expect(pathOf(leadOf(notice, role))).toBe(path)
})
