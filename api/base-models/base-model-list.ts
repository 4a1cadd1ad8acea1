import type { Deps } from '../deps.ts'
import type { BaseModel } from './contract.ts'

/** The bases by name, each with its newest version and the segments that rest on it. */
export async function baseModels({ db }: Deps): Promise<BaseModel[]> {
  const bases = await db.baseModel.findMany({
    orderBy: { name: 'asc' },
    include: {
      model: {
        include: {
          versions: {
            orderBy: { number: 'desc' },
            select: { number: true, overlays: { select: { segment: { select: { id: true, name: true } } } } },
          },
        },
      },
    },
  })
  return bases.map(({ id, name, model }) => ({
    id,
    name,
    publishedVersion: model?.versions[0]?.number ?? null,
    segments: (model?.versions ?? [])
      .flatMap(({ number, overlays }) => overlays.map(({ segment }) => ({ segment, version: number })))
      .flatMap(({ segment, version }) => (segment ? [{ ...segment, version }] : []))
      .sort((one, other) => one.name.localeCompare(other.name)),
  }))
}
