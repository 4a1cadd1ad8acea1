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

/** What is done in a room: working deals and requests, seeing to all of them, or setting up how they are worked. */
export type Section = 'work' | 'oversight' | 'setup'

type Room = { to: Place; label: string; section: Section; roles: readonly Role[] }

/** The rooms of the product, in the order in which they are listed, and who works in each. */
export const places: readonly Room[] = [
  { to: '/tasks', label: 'frame.today', section: 'work', roles: ['rep', 'manager'] },
  { to: '/deals', label: 'frame.deals', section: 'work', roles: ['rep', 'manager', 'admin'] },
  { to: '/leads', label: 'frame.leads', section: 'work', roles: ['rep', 'manager'] },
  { to: '/queue', label: 'frame.queue', section: 'work', roles: ['resource-owner', 'manager', 'admin'] },
  { to: '/team', label: 'frame.team', section: 'work', roles: ['resource-owner'] },
  { to: '/reviews', label: 'frame.reviews', section: 'work', roles: ['rep', 'manager', 'admin'] },
  { to: '/cohort', label: 'frame.cohort', section: 'oversight', roles: ['manager', 'admin'] },
  { to: '/objections', label: 'frame.objections', section: 'oversight', roles: ['manager', 'admin'] },
  { to: '/deviations', label: 'frame.deviations', section: 'oversight', roles: ['ops', 'manager', 'admin'] },
  { to: '/load', label: 'frame.load', section: 'oversight', roles: ['ops', 'manager', 'admin'] },
  { to: '/segments', label: 'frame.segments', section: 'setup', roles: ['ops', 'manager', 'admin'] },
  { to: '/base-models', label: 'frame.baseModels', section: 'setup', roles: ['ops', 'manager', 'admin'] },
  { to: '/routing', label: 'frame.routing', section: 'setup', roles: ['ops', 'manager', 'admin'] },
  { to: '/people', label: 'frame.people', section: 'setup', roles: ['admin'] },
  { to: '/delivery', label: 'frame.delivery', section: 'setup', roles: ['ops', 'admin'] },
]

const homes: Record<Role, Place> = {
  rep: '/tasks',
  ops: '/segments',
  admin: '/segments',
  manager: '/deals',
  'resource-owner': '/queue',
}

export const homeOf = (role: Role): Place => homes[role]

/** The rooms of a role by what is done in them, those first among which it begins. */
export function sectionsOf(role: Role): { section: Section; rooms: Room[] }[] {
  const mine = places.filter(({ roles }) => roles.includes(role))
  const first = mine.find(({ to }) => to === homeOf(role))?.section
  const sections = [...new Set(mine.map(({ section }) => section))]
  return sections
    .toSorted((a, b) => Number(b === first) - Number(a === first))
    .map((section) => ({ section, rooms: mine.filter((room) => room.section === section) }))
}

/** The room of somebody's that an address is in. Leads have their segment in the address, and for those who work them a room of their own. */
export function placeOf(path: string, role: Role): Place | undefined {
  const rooms = places.filter(({ roles }) => roles.includes(role)).map(({ to }) => to)
  if (/^\/segments\/[^/]+\/leads$/.test(path) && rooms.includes('/leads')) return '/leads'
  return rooms.find((to) => `${path}/`.startsWith(`${to}/`))
}
