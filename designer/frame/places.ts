import type { Role } from '../../api/people/contract.ts'

export type Place =
  | '/segments'
  | '/base-models'
  | '/tasks'
  | '/deals'
  | '/leads'
  | '/queue'
  | '/team'
  | '/cohort'
  | '/reviews'
  | '/objections'
  | '/deviations'
  | '/load'
  | '/routing'
  | '/people'
  | '/delivery'

/** The rooms of the product, in the order of the bar, and who works in each. */
export const places: { to: Place; label: string; roles: readonly Role[] }[] = [
  { to: '/tasks', label: 'frame.today', roles: ['rep', 'manager'] },
  { to: '/segments', label: 'frame.segments', roles: ['ops', 'manager', 'admin'] },
  { to: '/base-models', label: 'frame.baseModels', roles: ['ops', 'manager', 'admin'] },
  { to: '/deals', label: 'frame.deals', roles: ['rep', 'manager', 'admin'] },
  { to: '/leads', label: 'frame.leads', roles: ['rep', 'manager'] },
  { to: '/queue', label: 'frame.queue', roles: ['resource-owner', 'manager', 'admin'] },
  { to: '/team', label: 'frame.team', roles: ['resource-owner'] },
  { to: '/cohort', label: 'frame.cohort', roles: ['manager', 'admin'] },
  { to: '/reviews', label: 'frame.reviews', roles: ['rep', 'manager', 'admin'] },
  { to: '/objections', label: 'frame.objections', roles: ['manager', 'admin'] },
  { to: '/deviations', label: 'frame.deviations', roles: ['ops', 'manager', 'admin'] },
  { to: '/load', label: 'frame.load', roles: ['ops', 'manager', 'admin'] },
  { to: '/routing', label: 'frame.routing', roles: ['ops', 'manager', 'admin'] },
  { to: '/people', label: 'frame.people', roles: ['admin'] },
  { to: '/delivery', label: 'frame.delivery', roles: ['ops', 'admin'] },
]

const homes: Record<Role, Place> = {
  rep: '/tasks',
  ops: '/segments',
  admin: '/segments',
  manager: '/deals',
  'resource-owner': '/queue',
}

export const homeOf = (role: Role): Place => homes[role]

/** The room of somebody's that an address is in. Leads have their segment in the address, and for those who work them a room of their own. */
export function placeOf(path: string, role: Role): Place | undefined {
  const rooms = places.filter(({ roles }) => roles.includes(role)).map(({ to }) => to)
  if (/^\/segments\/[^/]+\/leads$/.test(path) && rooms.includes('/leads')) return '/leads'
  return rooms.find((to) => `${path}/`.startsWith(`${to}/`))
}
