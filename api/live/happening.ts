import type { Db } from '../../prisma/client.ts'
import type { User } from '../people/contract.ts'
import type { Change } from './contract.ts'

/**
 * What the database tells: a deal's step, a model whose drawing was saved or published, or one whose editors are others, a
 * segment whose leads or funnel are.
 */
export type Told = {
  deal?: string | null
  model?: string | null
  editors?: string | null
  leads?: string | null
  seq?: number | null
}

/** Something that happened, with all that decides who may know of it. */
export type Happening =
  | { kind: 'deal'; deal: string; owner: string; doers: string[]; departments: string[]; notified: string[] }
  | { kind: 'segment'; segment: string }
  | { kind: 'editors'; drawing: string }
  | { kind: 'leads'; segment: string }
  | { kind: 'all' }

/** Looks up what was told of. Nothing, where it is gone again. */
export async function happeningOf(db: Db, { deal, model, editors, leads, seq }: Told): Promise<Happening | undefined> {
  if (leads) return { kind: 'leads', segment: leads }
  if (editors) {
    const of = await db.processModel.findUnique({
      where: { id: editors },
      select: { segmentId: true, baseModelId: true },
    })
    const drawing = of?.segmentId ?? of?.baseModelId
    return drawing ? { kind: 'editors', drawing } : undefined
  }
  if (model) {
    const segment = await db.segment.findFirst({ where: { model: { id: model } }, select: { id: true } })
    return segment ? { kind: 'segment', segment: segment.id } : undefined
  }
  if (!deal) return undefined
  const [found, notices] = await Promise.all([
    db.deal.findUnique({
      where: { id: deal },
      select: {
        ownerId: true,
        tasks: { select: { assigneeId: true }, distinct: ['assigneeId'] },
        requests: { select: { departmentId: true }, distinct: ['departmentId'] },
      },
    }),
    db.notification.findMany({ where: { dealId: deal, seq: seq ?? 0 }, select: { userId: true } }),
  ])
  return (
    (found && {
      kind: 'deal',
      deal,
      owner: found.ownerId,
      doers: found.tasks.map(({ assigneeId }) => assigneeId),
      departments: found.requests.map(({ departmentId }) => departmentId),
      notified: notices.map(({ userId }) => userId),
    }) ??
    undefined
  )
}

/** What one person may know of it: the same as they may read. */
export function changesFor({ id, role, departments }: User, happening: Happening): Change[] {
  switch (happening.kind) {
    case 'all':
      return [{ kind: 'all' }]
    case 'segment':
      return [{ kind: 'segment', segment: happening.segment }]
    case 'editors':
      return role === 'ops' || role === 'admin' || role === 'manager' ? [happening] : []
    case 'leads':
      return role === 'resource-owner' ? [] : [happening]
    case 'deal': {
      const { deal, owner, doers, notified } = happening
      const isAsked = happening.departments.some((one) => departments.includes(one))
      const seesDeal = role === 'manager' || role === 'admin' || (role === 'rep' && owner === id)
      return [
        ...(seesDeal ? [{ kind: 'deal' as const, deal }] : []),
        ...(role === 'resource-owner' && isAsked ? [{ kind: 'requests' as const, deal }] : []),
        ...(!seesDeal && doers.includes(id) ? [{ kind: 'tasks' as const }] : []),
        ...(notified.includes(id) ? [{ kind: 'notices' as const }] : []),
      ]
    }
  }
}
