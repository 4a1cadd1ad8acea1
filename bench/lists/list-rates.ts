import { measure, type Sample } from '../measure.ts'
import { ask, signIn } from './asking.ts'
import type { Crowd } from './crowd.ts'
import { everyList, type List } from './every-list.ts'
import { type ListRead, listReads } from './list-reads.ts'
import { watchedDb } from './watched-db.ts'

/** What one list costs: how long its answer takes, how many bytes it has, and what was read for it. */
type Cost = Sample & ListRead & { bytes: number }
export type ListRate = Pick<List, 'what' | 'actor'> & { small: Cost; large: Cost }

const calls = 30

/** What every list costs over a few deals and over many, measured in turns. */
export async function listRates(small: Crowd, large: Crowd): Promise<ListRate[]> {
  const [costOfSmall, costOfLarge] = [await costsOver(small), await costsOver(large)]
  const rates: ListRate[] = []
  for (const [n, { what, actor }] of costOfLarge.lists.entries())
    rates.push({ what, actor, small: await costOfSmall.cost(n), large: await costOfLarge.cost(n) })
  return rates
}

async function costsOver({ url, databaseUrl, secret, db }: Crowd) {
  const lists = await everyList(db)
  const reads = await listReads(databaseUrl, secret, watchedDb(databaseUrl), lists)
  const asked = await signIn(url)
  const cost = async (n: number): Promise<Cost> => {
    const [list, read] = [lists[n], reads[n]] as [List, ListRead]
    // The first one only warms up.
    const bytes = await ask(asked, list)
    return { ...(await measure(calls, 1, () => ask(asked, list))), ...read, bytes }
  }
  return { lists, cost }
}
