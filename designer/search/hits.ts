import type { Role } from '../../api/people/contract.ts'
import { mostCounted, type Search } from '../../api/search/contract.ts'

export type HitKind = keyof Search
/** Where a hit leads, as the router takes it. */
export type Lead = { to: string; params?: Record<string, string>; search?: object }
/** `details` are texts of the product's data, `told` keys of texts of ours. */
export type Hit = { key: string; kind: HitKind; name: string; details: string[]; told: string[]; lead: Lead }
export type Group = { kind: HitKind; count: number; isMore: boolean; hits: Hit[] }

type Of<Kind extends HitKind> = Search[Kind]['items'][number]
type Told = Omit<Hit, 'key' | 'kind'> & { id: string }

const texts = (...all: (string | null)[]): string[] => all.flatMap((text) => text || [])

const deal = ({ id, name, account, owner, status }: Of<'deals'>): Told => ({
  id,
  name,
  details: texts(account, owner),
  told: status === 'closed' ? ['words.dealStatus.closed'] : [],
  lead: { to: '/deals/$dealId', params: { dealId: id } },
})

/** An account has no page: it leads to its deals. */
const account = ({ id, name }: Of<'accounts'>): Told => ({
  id,
  name,
  details: [],
  told: [],
  lead: { to: '/deals', search: { search: name, status: 'all' } },
})

const person = ({ id, name, title, role, deal }: Of<'people'>): Told => ({
  id: `${deal.id}:${id}`,
  name,
  details: texts(title, role, deal.name),
  told: [],
  lead: { to: '/deals/$dealId', params: { dealId: deal.id } },
})

const request = ({ id, name, deal, status }: Of<'requests'>): Told => ({
  id: `${deal.id}:${id}`,
  name,
  details: [deal.name],
  told: [`words.requestStatus.${status}`],
  lead: { to: '/queue/$dealId/$requestId', params: { dealId: deal.id, requestId: id } },
})

const lead = ({ id, name, account, contact, segment }: Of<'leads'>): Told => ({
  id,
  name,
  details: texts(account, contact, segment.name),
  told: [],
  lead: { to: '/segments/$segmentId/leads', params: { segmentId: segment.id }, search: { search: name } },
})

/** An administrator goes to the user, a manager to the user's deals. */
const user =
  (by: Role) =>
  ({ id, name, role }: Of<'users'>): Told => ({
    id,
    name,
    details: [],
    told: [`words.role.${role}`],
    lead:
      by === 'admin'
        ? { to: '/people', search: { search: name } }
        : { to: '/deals', search: { owner: id, status: 'all' } },
  })

const model = ({ kind, id, name }: Of<'models'>): Told => ({
  id: `${kind}:${id}`,
  name,
  details: [],
  told: [`search.models.${kind}`],
  lead: drawingOf(kind, id),
})

const drawn = ({ name, place, model }: Of<'drawn'>): Told => ({
  id: `${model.id}:${place.kind}:${place.id}`,
  name,
  details: [model.name],
  told: [`editing.kinds.${place.kind}`],
  lead: { ...drawingOf(model.kind, model.id), search: { place } },
})

function drawingOf(kind: Of<'models'>['kind'], id: string): Lead {
  if (kind === 'base-model') return { to: '/base-models/$baseId', params: { baseId: id } }
  const to = kind === 'mass-segment' ? '/segments/$segmentId/leads' : '/segments/$segmentId'
  return { to, params: { segmentId: id } }
}

/** What was found, kind by kind as it is shown, each hit with where it leads for somebody of a role. */
export function groupsOf(found: Search, by: Role): Group[] {
  const group = <Kind extends HitKind>(kind: Kind, tell: (item: Of<Kind>) => Told): Group => {
    const { items, count } = found[kind] as { items: Of<Kind>[]; count: number }
    const hits = items.map((item) => {
      const { id, ...told } = tell(item)
      return { ...told, kind, key: `${kind}:${id}` }
    })
    return { kind, count, isMore: count >= mostCounted, hits }
  }
  return [
    group('deals', deal),
    group('accounts', account),
    group('people', person),
    group('requests', request),
    group('leads', lead),
    group('models', model),
    group('drawn', drawn),
    group('users', user(by)),
  ].filter(({ hits }) => hits.length > 0)
}
