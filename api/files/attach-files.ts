import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'

/** How long a file waits for a step that names it, in milliseconds: longer than anybody leaves a form open. */
const waits = 7 * 24 * 3_600_000

type Naming = { files?: string[] }
type NamingStep = Naming & { interaction?: Naming; observations?: Naming[] }

/**
 * A step's body with the files that it names by id as the deal's event tells of them. Each has to be brought to this deal, by
 * whoever names it: to name somebody else's would show it to oneself. From then on they are kept as long as their deal.
 */
export async function withFiles({ db }: Deps, actor: User, dealId: string, body: NamingStep): Promise<object> {
  const { interaction, observations } = body
  const ids = [body, interaction, ...(observations ?? [])].flatMap((one) => one?.files ?? [])
  if (ids.length === 0) return body
  const where = { id: { in: ids }, dealId, uploadedBy: actor.id }
  await db.file.updateMany({ where, data: { attached: true } })
  const kept = await db.file.findMany({ where, select: { id: true, name: true, size: true, sha256: true } })
  const fileOf = (id: string) => kept.find((file) => file.id === id) ?? noSuchFile(id)
  const told = <One extends Naming>(one: One) => ({ ...one, ...(one.files && { files: one.files.map(fileOf) }) })
  return {
    ...told(body),
    ...(interaction && { interaction: told(interaction) }),
    ...(observations && { observations: observations.map(told) }),
  }
}

function noSuchFile(file: string): never {
  throw new DomainError('FILE_NOT_FOUND', 'A file is no longer there. Choose it again.', { file })
}

/** Forgets files that were uploaded and then never used. */
export async function forgetUnusedFiles({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  await db.file.deleteMany({ where: { attached: false, uploadedAt: { lt: new Date(now().getTime() - waits) } } })
}
