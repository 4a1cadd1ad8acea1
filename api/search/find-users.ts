import { type Db, Prisma } from '../../prisma/client.ts'
import { roleSchema } from '../people/contract.ts'
import type { Search } from './contract.ts'
import { findKeys, hasGrams, inOrder } from './find-keys.ts'
import type { Wanted } from './wanted.ts'

const { sql } = Prisma
const userText = sql`"user"."name" || ' ' || "user"."email"`

/** Who works with Keynode, by name and e-mail address. */
export async function findUsers(db: Db, wanted: Wanted): Promise<Search['users']> {
  const { keys, count } = await findKeys<{ id: string }>(
    db,
    {
      key: sql`"user"."id", "user"."name"`,
      from: sql`"user"`,
      within: sql`TRUE`,
      mayHold: (word) => hasGrams(userText, word),
      text: userText,
      order: sql`"name", "id"`,
    },
    wanted,
  )
  const stored = await db.user.findMany({
    where: { id: { in: keys.map(({ id }) => id) } },
    select: { id: true, name: true, role: true },
  })
  const rows = inOrder(keys, stored, (key, row) => key.id === row.id)
  return { items: rows.map((user) => ({ ...user, role: roleSchema.parse(user.role) })), count }
}
