import type { Db } from '../../prisma/client.ts'

/** The managers who can be asked for support, by name. */
export const managers = (db: Db): Promise<{ id: string; name: string }[]> =>
  db.user.findMany({ where: { role: 'manager' }, select: { id: true, name: true }, orderBy: { name: 'asc' } })
