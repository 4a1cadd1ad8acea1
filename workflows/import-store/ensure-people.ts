import type { Transaction } from '../../prisma/client.ts'
import { importedEmail, personKey } from '../importing/imported-people.ts'

/** The id of the user that a name stands for. */
export type PeopleFound = (name: string) => string | undefined

/** A role may own deals, or lead those who do. */
const sellerRoles = ['rep', 'manager', 'ops', 'admin']

/**
 * Finds the users of these names, and makes those that are missing: they own what is theirs, and sign in once an admin has
 * given them a password. A user whom an earlier import made comes first; then one of the name, where there is only one.
 */
export async function ensurePeople(
  tx: Transaction,
  names: string[],
  role: 'rep' | 'manager',
  newId: () => string,
): Promise<PeopleFound> {
  const asked = new Map(names.map((name) => [personKey(name), name.trim().replace(/\s+/g, ' ')]))
  const found = await findPeople(tx, [...asked.values()])
  const missing = [...asked].filter(([key]) => !found.has(key)).map(([key, name]) => ({ key, name, id: newId() }))
  await tx.user.createMany({
    data: missing.map(({ id, name }) => ({ id, name, email: importedEmail(name), emailVerified: true, role })),
  })
  await tx.credential.createMany({
    data: missing.map(({ id }) => ({ id: newId(), accountId: id, providerId: 'credential', userId: id })),
  })
  for (const { key, id } of missing) found.set(key, id)
  return (name) => found.get(personKey(name))
}

async function findPeople(tx: Transaction, names: string[]): Promise<Map<string, string>> {
  const users = await tx.user.findMany({
    where: {
      OR: [
        { email: { in: names.map(importedEmail) } },
        { name: { in: names, mode: 'insensitive' }, role: { in: sellerRoles } },
      ],
    },
    select: { id: true, name: true, email: true },
  })
  const found = new Map<string, string>()
  for (const name of names) {
    const namesakes = users.filter((user) => personKey(user.name) === personKey(name))
    const earlier = users.find(({ email }) => email === importedEmail(name))
    const user = earlier ?? (namesakes.length === 1 ? namesakes[0] : undefined)
    if (user) found.set(personKey(name), user.id)
  }
  return found
}
