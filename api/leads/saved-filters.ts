import { usualFunnel } from '#engine'
import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import { namesOf } from '../people/names.ts'
import type { NewFilter, SavedFilter } from './contract.ts'
import { fitFilter } from './fit-filter.ts'
import { funnelOf, type KeptFilter } from './funnel-of.ts'

const most = 100

/** Keeps a filter under a name, for all who work the segment. Asked again with the same key it is the same one. */
export async function keepFilter(
  deps: Deps,
  actor: User,
  segmentId: string,
  { name, filter }: NewFilter,
  id: string,
): Promise<SavedFilter> {
  const { db } = deps
  const { funnel, filters } = await funnelOf(db, segmentId)
  fitFilter(filter, funnel)
  const kept: KeptFilter = { id, name, filter, by: actor.id }
  if (filters.length >= most && !filters.some((one) => one.id === id))
    throw new DomainError('REQUEST_INVALID', `The segment keeps ${most} filters already. Remove one first.`)
  // One statement, so that two who keep a filter at once both have theirs.
  await db.$executeRaw`
    UPDATE "segment" SET "funnel" = jsonb_set(coalesce("funnel", ${JSON.stringify(usualFunnel)}::JSONB), '{filters}',
      coalesce("funnel"->'filters', '[]') || ${JSON.stringify([kept])}::JSONB)
    WHERE "id" = ${segmentId} AND NOT coalesce("funnel"->'filters', '[]') @> ${JSON.stringify([{ id }])}::JSONB`
  const [told] = await tellFilters(deps, [kept])
  if (!told) throw new Error('a kept filter is one filter')
  return told
}

/** Removes a kept filter; one that is gone already stays gone. A rep removes their own. */
export async function removeFilter({ db }: Deps, actor: User, segmentId: string, id: string): Promise<{ id: string }> {
  const { filters } = await funnelOf(db, segmentId)
  const kept = filters.find((one) => one.id === id)
  if (kept && actor.role === 'rep' && kept.by !== actor.id)
    throw new DomainError('NOT_ALLOWED', 'Somebody else keeps this filter. Ask them, or a manager, to remove it.', {
      role: actor.role,
    })
  await db.$executeRaw`
    UPDATE "segment" SET "funnel" = jsonb_set("funnel", '{filters}', coalesce(
      (SELECT jsonb_agg("one" ORDER BY "at") FROM jsonb_array_elements("funnel"->'filters') WITH ORDINALITY AS "kept"("one", "at")
        WHERE "one"->>'id' <> ${id}), '[]'))
    WHERE "id" = ${segmentId} AND "funnel"->'filters' IS NOT NULL`
  return { id }
}

/** Kept filters as the API gives them. */
export async function tellFilters({ db }: Deps, filters: KeptFilter[]): Promise<SavedFilter[]> {
  const names = await namesOf(
    db,
    filters.map(({ by }) => by),
  )
  return filters.map(({ id, name, filter, by }) => ({ id, name, filter, by: { id: by, name: names[by] ?? by } }))
}
