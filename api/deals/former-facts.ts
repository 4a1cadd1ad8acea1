import { catalogueOf, factName, type ProcessModel, wordsOfNoted } from '#engine'
import type { DealState } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { published } from '../models/version-of.ts'

/**
 * What the facts were called, by name, that a deal knows and its model does not have, since a move took it to a version
 * without them: by the newest version of its segment that has them.
 */
export async function formerFacts(
  { db, models }: Deps,
  segmentId: string,
  { model, state }: { model: ProcessModel; state: DealState },
): Promise<Record<string, string>> {
  const known = Object.values(state.observations).map(({ fact }) => fact)
  // What was noted and who signs beside the model have names of their own, which no version has.
  const lost = new Set(known.filter((fact) => wordsOfNoted(fact) === undefined))
  for (const signer of Object.keys(state.signers ?? {})) lost.delete(factName.signature(signer))
  for (const { name } of catalogueOf(model)) lost.delete(name)
  const former: Record<string, string> = {}
  if (lost.size === 0) return former
  const where = { of: { segmentId }, ...published }
  for (const { id } of await db.modelVersion.findMany({ where, orderBy: { number: 'desc' }, select: { id: true } })) {
    for (const { name, label } of catalogueOf((await models.byId(id)).model))
      if (lost.delete(name)) former[name] = label
    if (lost.size === 0) break
  }
  return former
}
