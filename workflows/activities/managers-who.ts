import type { Prisma, Transaction } from '../../prisma/client.ts'

/** The managers of whom something holds. A request that is made to no department is theirs. */
export async function managersWho(tx: Transaction, are: Prisma.UserWhereInput = {}): Promise<string[]> {
  const users = await tx.user.findMany({ where: { ...are, role: 'manager' }, select: { id: true } })
  return users.map(({ id }) => id)
}
