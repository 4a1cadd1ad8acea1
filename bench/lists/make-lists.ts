import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { createAuth } from '../../api/auth/auth.ts'
import { createUser } from '../../api/auth/create-user.ts'
import type { Role } from '../../api/people/contract.ts'
import type { Db } from '../../prisma/client.ts'
import { enterpriseModel } from '../enterprise-deal.ts'
import { publish, segmentId, versionId } from '../product.ts'
import { copyDeals, sellerCount } from './copy-deals.ts'
import { makeBesides } from './make-besides.ts'
import { makeLeads, massSegment } from './make-leads.ts'
import { makePatternDeals } from './pattern-deals.ts'

/** Who looks at the lists: somebody with the most deals, a usual seller, a department's member, a manager, ops. */
export const actors = {
  busy: 'rep',
  rep: 'rep',
  member: 'resource-owner',
  manager: 'manager',
  ops: 'ops',
  admin: 'admin',
} as const satisfies Record<string, Role>
export type Actor = keyof typeof actors

export const password = 'correct horse battery'
export const addressOf = (actor: Actor): string => `${actor}@example.com`
const members = 5
/** The department that most is asked of. */
const department = 'legal'

type People = { sellers: string[]; rep: string; manager: string }

type Where = { url: string; db: Db; secret: string }

/**
 * Fills a migrated, empty database: so many deals of ten events each in one segment, as many leads in another, and what
 * people make beside them.
 */
export async function makeLists({ url, db, secret }: Where, deals: number): Promise<void> {
  const now = new Date()
  const plan = await publish(db, segmentId, enterpriseModel)
  for (const department of enterpriseModel.departments) await db.department.create({ data: department })
  const ids = await makePeople(db, secret, sellerCount(deals))
  await makePatternDeals(db, { segmentId, versionId, plan }, now)
  await db.segment.create({ data: massSegment })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // What triggers would keep is copied with the rest.
    await client.query(`SET session_replication_role = 'replica'`)
    await client.query('SET synchronous_commit = off')
    await copyDeals(client, deals, ids.sellers)
    await makeLeads(client, deals, ids.sellers.slice(1))
    await makeBesides(client, ids)
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}

/** Actors who can sign in, and the others by name only. */
async function makePeople(db: Db, secret: string, sellers: number): Promise<People> {
  const auth = createAuth(db, { secret, publicUrl: 'http://localhost' })
  const ids: Partial<Record<Actor, string>> = {}
  for (const [actor, role] of Object.entries(actors) as [Actor, Role][])
    ids[actor] = await createUser(
      { db, auth, newId: randomUUID },
      {
        name: `The ${actor}`,
        email: addressOf(actor),
        password,
        role,
        departments: role === 'resource-owner' ? [department] : [],
      },
    )
  const { busy, rep, manager } = ids as Record<Actor, string>
  const others = Array.from({ length: sellers - 2 }, (_, n) => ({ ...person(`Seller ${n}`), role: 'rep' }))
  await db.user.createMany({ data: others })
  for (const { id: departmentId, name } of enterpriseModel.departments) {
    const team = Array.from({ length: members }, (_, n) => ({ ...person(`${name} ${n}`), role: 'resource-owner' }))
    await db.user.createMany({ data: team })
    await db.departmentMember.createMany({ data: team.map(({ id: userId }) => ({ departmentId, userId })) })
  }
  return { sellers: [busy, rep, ...others.map(({ id }) => id)], rep, manager }
}

const person = (name: string) => ({ id: randomUUID(), name, email: `${name.replaceAll(' ', '.')}@example.com` })
