import type { Lead } from '../../api/leads/contract.ts'

/** A lead for tests of the screens, with whatever a test says of it. */
export const aLead = (of: Partial<Lead> = {}): Lead => ({
  id: 'ant',
  key: null,
  name: 'Ants',
  account: null,
  contact: null,
  source: null,
  stage: { id: 'new', name: 'New' },
  tags: [],
  fields: {},
  owner: null,
  deal: null,
  createdAt: '2026-03-01T09:00:00.000Z',
  changedAt: '2026-03-01T09:00:00.000Z',
  revision: 1,
  ...of,
})
