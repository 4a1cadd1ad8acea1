import { partsOf } from '#engine'
import type { Deps } from '../deps.ts'
import type { ModelCache } from '../models/model-cache.ts'
import { published } from '../models/version-of.ts'
import type { Search } from './contract.ts'
import { holds, plain, rankOf, type Wanted } from './wanted.ts'

const shown = 6

/** Segments and bases by name, and what is drawn in their newest versions. */
export async function findDrawn({ db, models }: Deps, wanted: Wanted): Promise<Pick<Search, 'models' | 'drawn'>> {
  const newest = {
    select: { versions: { select: { id: true }, where: published, orderBy: { number: 'desc' }, take: 1 } },
  } as const
  const named = { id: true, name: true, model: newest } as const
  const [segments, bases] = await Promise.all([
    db.segment.findMany({ select: { ...named, mode: true }, orderBy: { name: 'asc' } }),
    db.baseModel.findMany({ select: named, orderBy: { name: 'asc' } }),
  ])
  const all = [
    ...segments.map((one) => ({
      ...one,
      kind: one.mode === 'funnel' ? ('mass-segment' as const) : ('segment' as const),
    })),
    ...bases.map((one) => ({ ...one, kind: 'base-model' as const })),
  ]
  const parts = await Promise.all(
    all.map(async ({ id, name, kind, model }) => {
      const version = model?.versions[0]?.id
      const drawn = version === undefined ? [] : await drawnIn(models, version)
      return drawn.map((part) => ({ ...part, model: { id, name, kind } }))
    }),
  )
  return {
    models: bestOf(
      all.map(({ id, name, kind }) => ({ plain: plain(name), hit: { id, name, kind } })),
      wanted,
    ),
    drawn: bestOf(
      parts.flat().map(({ plain, name, place, model }) => ({ plain, hit: { name, place, model } })),
      wanted,
    ),
  }
}

type Drawn = Pick<Search['drawn']['items'][number], 'name' | 'place'> & { plain: string }
const read = new WeakMap<object, Drawn[]>()

/** What is drawn in a version, kept beside the model that the cache holds: it never changes. */
async function drawnIn(models: ModelCache, version: string): Promise<Drawn[]> {
  const { model } = await models.byId(version)
  const drawn = read.get(model) ?? partsOf(model).map(({ name, place }) => ({ name, place, plain: plain(name) }))
  read.set(model, drawn)
  return drawn
}

function bestOf<Hit>(all: { plain: string; hit: Hit }[], wanted: Wanted): { items: Hit[]; count: number } {
  const found = all.filter(({ plain }) => holds(plain, wanted))
  const ranked = found
    .map(({ plain, hit }) => ({ hit, rank: rankOf(plain, wanted) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, shown)
  return { items: ranked.map(({ hit }) => hit), count: found.length }
}
