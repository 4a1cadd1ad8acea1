import type { Db } from '../../prisma/client.ts'

/** Names of users, by id. An id that no user has (the clock, an importer) is left out. */
export async function namesOf(db: Db, ids: Iterable<string>): Promise<Record<string, string>> {
  const users = await db.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })
  return Object.fromEntries(users.map(({ id, name }) => [id, name]))
}
