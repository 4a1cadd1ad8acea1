import type { Transaction } from '../../prisma/client.ts'

type AccountsFound = { idOf: (name: string) => string | undefined; made: number }

/** Finds the accounts of these names, and makes those that are missing, under the source's own key. */
export async function ensureAccounts(
  tx: Transaction,
  source: string,
  names: string[],
  newId: () => string,
): Promise<AccountsFound> {
  const externalId = (name: string) => `import ${source} ${name}`
  const wanted = [...new Set(names)]
  const known = await tx.account.findMany({
    where: { OR: [{ externalId: { in: wanted.map(externalId) } }, { name: { in: wanted } }] },
    orderBy: { id: 'asc' },
  })
  const found = new Map<string, string>()
  for (const name of wanted) {
    const account = known.find((one) => one.externalId === externalId(name)) ?? known.find((one) => one.name === name)
    if (account) found.set(name, account.id)
  }
  const missing = wanted
    .filter((name) => !found.has(name))
    .map((name) => ({ id: newId(), name, externalId: externalId(name) }))
  await tx.account.createMany({ data: missing })
  for (const { name, id } of missing) found.set(name, id)
  return { idOf: (name) => found.get(name), made: missing.length }
}
