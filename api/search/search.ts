import type { Deps } from '../deps.ts'
import type { Role, User } from '../people/contract.ts'
import type { Search } from './contract.ts'
import { findAccounts } from './find-accounts.ts'
import { findDeals } from './find-deals.ts'
import { findDrawn } from './find-drawn.ts'
import { findLeads } from './find-leads.ts'
import { findPeople } from './find-people.ts'
import { findRequests } from './find-requests.ts'
import { findUsers } from './find-users.ts'
import { wantedOf } from './wanted.ts'

const seenBy = {
  deals: ['rep', 'manager', 'admin'],
  requests: ['resource-owner', 'manager', 'admin'],
  leads: ['rep', 'ops', 'manager', 'admin'],
  users: ['manager', 'admin'],
  drawings: ['ops', 'manager', 'admin'],
} as const satisfies Record<string, readonly Role[]>

const nothing = { items: [], count: 0 }

/** What holds all the words of a text, the best few of each kind. Nothing is found whose own page or list would be refused. */
export async function search(deps: Deps, actor: User, { q }: { q: string }): Promise<Search> {
  const { db } = deps
  const wanted = wantedOf(q)
  const sees = (kind: keyof typeof seenBy) => (seenBy[kind] as readonly Role[]).includes(actor.role)
  const [deals, accounts, people, requests, leads, users, drawings] = await Promise.all([
    sees('deals') ? findDeals(db, actor, wanted) : nothing,
    sees('deals') ? findAccounts(db, actor, wanted) : nothing,
    sees('deals') ? findPeople(deps, actor, wanted) : nothing,
    sees('requests') ? findRequests(db, actor, wanted) : nothing,
    sees('leads') ? findLeads(db, actor, wanted) : nothing,
    sees('users') ? findUsers(db, wanted) : nothing,
    sees('drawings') ? findDrawn(deps, wanted) : { models: nothing, drawn: nothing },
  ])
  return { deals, accounts, people, requests, leads, users, ...drawings }
}
