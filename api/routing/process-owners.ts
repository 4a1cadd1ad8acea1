import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import { namesOf } from '../people/names.ts'
import type { ProcessOwners } from './contract.ts'

/** Who of us can own a process: they see every deal and every request. */
const candidates = { role: { in: ['manager', 'admin'] } }

export async function processOwners({ db }: Deps): Promise<ProcessOwners> {
  const segments = await db.segment.findMany({
    select: { id: true, name: true, processOwnerId: true },
    orderBy: { name: 'asc' },
  })
  const names = await namesOf(
    db,
    segments.flatMap(({ processOwnerId }) => processOwnerId ?? []),
  )
  return {
    segments: segments.map(({ id, name, processOwnerId: owner }) => ({
      segment: { id, name },
      processOwner: owner && names[owner] ? { id: owner, name: names[owner] } : null,
    })),
    candidates: await db.user.findMany({
      where: candidates,
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
  }
}

/** Says who can move resources for a segment, or that nobody is named. Throws SEGMENT_NOT_FOUND, USER_NOT_FOUND. */
export async function setProcessOwner(deps: Deps, segment: string, userId: string | null): Promise<ProcessOwners> {
  const { db } = deps
  if (userId !== null && !(await db.user.count({ where: { id: userId, ...candidates } })))
    throw new DomainError('USER_NOT_FOUND', 'There is no such manager or admin. Reload the list.', { user: userId })
  const { count } = await db.segment.updateMany({ where: { id: segment }, data: { processOwnerId: userId } })
  if (count === 0) throw new DomainError('SEGMENT_NOT_FOUND', 'There is no such segment. Reload the list.', { segment })
  return processOwners(deps)
}
