import type { Transaction } from '../../prisma/client.ts'
import { importedDomain } from '../importing/imported-people.ts'

/** People whom imports have made and who cannot sign in yet, since nobody has given them a password. */
export async function withoutPassword(tx: Transaction): Promise<{ reps: number; managers: number }> {
  const waiting = {
    email: { endsWith: `@${importedDomain}` },
    credentials: { none: { password: { not: null } } },
  }
  const [reps, managers] = await Promise.all(
    ['rep', 'manager'].map((role) => tx.user.count({ where: { ...waiting, role } })),
  )
  return { reps: reps ?? 0, managers: managers ?? 0 }
}
