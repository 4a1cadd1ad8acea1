import { expect, it } from 'vitest'
import type { Search } from '../../api/search/contract.ts'
import { groupsOf } from './hits.ts'

const none = { items: [], count: 0 }
const nothing: Search = {
  deals: none,
  accounts: none,
  people: none,
  requests: none,
  leads: none,
  users: none,
  models: none,
  drawn: none,
}

it('kinds of which nothing was found are left out', () => {
  expect(groupsOf(nothing, 'manager')).toEqual([])
})

it('a deal leads to its page, an account to its deals, with what tells them from others', () => {
  const deal = { id: 'd', name: 'Press line', account: 'Acme', owner: null, status: 'closed' as const }
  const found = {
    ...nothing,
    deals: { items: [deal], count: 1000 },
    accounts: { items: [{ id: 'a', name: 'Acme' }], count: 1 },
  }
  expect(groupsOf(found, 'rep')).toMatchObject([
    {
      kind: 'deals',
      isMore: true,
      hits: [{ details: ['Acme'], told: ['words.dealStatus.closed'], lead: { params: { dealId: 'd' } } }],
    },
    { kind: 'accounts', isMore: false, hits: [{ lead: { to: '/deals', search: { search: 'Acme', status: 'all' } } }] },
  ])
})

it('a user leads an administrator to the user, and a manager to the user’s deals', () => {
  const found = { ...nothing, users: { items: [{ id: 'u', name: 'Rosa', role: 'rep' as const }], count: 1 } }
  const leadFor = (role: 'admin' | 'manager') => groupsOf(found, role)[0]?.hits[0]?.lead.to
  expect([leadFor('admin'), leadFor('manager')]).toEqual(['/people', '/deals'])
})

it('what is drawn leads to its place in the drawing, a mass segment to its leads', () => {
  const place = { kind: 'stage' as const, id: 's' }
  const found: Search = {
    ...nothing,
    models: { items: [{ kind: 'mass-segment', id: 'm', name: 'Cafés' }], count: 1 },
    drawn: { items: [{ name: 'Need', place, model: { kind: 'base-model', id: 'b', name: 'Base' } }], count: 1 },
  }
  expect(groupsOf(found, 'ops').map(({ hits }) => hits[0]?.lead)).toEqual([
    { to: '/segments/$segmentId/leads', params: { segmentId: 'm' } },
    { to: '/base-models/$baseId', params: { baseId: 'b' }, search: { place } },
  ])
})
