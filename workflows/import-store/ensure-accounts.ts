import type { Transaction } from '../../prisma/client.ts'

/** The id of the account that a name stands for. */
export type AccountsFound = (name: string) => string | undefined

/** Names that one query asks for: a statement takes some 32,000 parameters, and a name is two. */
const namesPerQuery = 5000

/** Finds the accounts of these names, and makes those that are missing, under the source's own key. */
export async function ensureAccounts(
  tx: Transaction,
  source: string,
  names: string[],
  newId: () => string,
): Promise<AccountsFound> {
  const wanted = [...new Set(names)]
  const found = new Map<string, string>()
  for (let start = 0; start < wanted.length; start += namesPerQuery)
    await ensureSome(tx, wanted.slice(start, start + namesPerQuery), (name) => `import ${source} ${name}`, newId, found)
  return (name) => found.get(name)
}

async function ensureSome(
  tx: Transaction,
  names: string[],
  externalId: (name: string) => string,
  newId: () => string,
  found: Map<string, string>,
): Promise<void> {
  const known = await tx.account.findMany({
    where: { OR: [{ externalId: { in: names.map(externalId) } }, { name: { in: names } }] },
    orderBy: { id: 'asc' },
  })
  // What the source has brought comes before a namesake that somebody typed.
  for (const { id, name } of known) found.set(name, found.get(name) ?? id)
  for (const account of known) if (account.externalId === externalId(account.name)) found.set(account.name, account.id)
  const missing = names.filter((name) => !found.has(name)).map((name) => ({ id: newId(), name }))
  await tx.account.createMany({ data: missing.map(({ id, name }) => ({ id, name, externalId: externalId(name) })) })
  for (const { id, name } of missing) found.set(name, id)
}
