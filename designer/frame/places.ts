import type { Role } from '../../api/people/contract.ts'

export type Place =
  | '/segments'
  | '/base-models'
  | '/tasks'
  | '/deals'
  | '/queue'
  | '/cohort'
  | '/objections'
  | '/deviations'
  | '/routing'
  | '/people'

/** The rooms of the product, in the order of the bar, and who works in each. */
export const places: { to: Place; label: string; roles: readonly Role[] }[] = [
  { to: '/tasks', label: 'frame.tasks', roles: ['rep', 'manager'] },
  { to: '/segments', label: 'frame.segments', roles: ['ops', 'manager', 'admin'] },
  { to: '/base-models', label: 'frame.baseModels', roles: ['ops', 'manager', 'admin'] },
  { to: '/deals', label: 'frame.deals', roles: ['rep', 'manager', 'admin'] },
  { to: '/queue', label: 'frame.queue', roles: ['resource-owner', 'manager', 'admin'] },
  { to: '/cohort', label: 'frame.cohort', roles: ['manager', 'admin'] },
  { to: '/objections', label: 'frame.objections', roles: ['manager', 'admin'] },
  { to: '/deviations', label: 'frame.deviations', roles: ['ops', 'manager', 'admin'] },
  { to: '/routing', label: 'frame.routing', roles: ['ops', 'manager', 'admin'] },
  { to: '/people', label: 'frame.people', roles: ['admin'] },
]

const homes: Record<Role, Place> = {
  rep: '/tasks',
  ops: '/segments',
  admin: '/segments',
  manager: '/deals',
  'resource-owner': '/queue',
}

export const homeOf = (role: Role): Place => homes[role]
