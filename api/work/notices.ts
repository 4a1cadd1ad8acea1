import type { z } from 'zod'
import { choicesFrom, kindsOf, noticeTopics } from '#engine'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { noticeListSchema } from './contract.ts'
import { visibleRequests } from './request-list.ts'

/** The newest hundred notices of a person, of the kinds that they want to see, and how many of all these are unread. */
export async function notices({ db }: Deps, actor: User): Promise<z.infer<typeof noticeListSchema>> {
  const wanted = await wantedBy(db, actor)
  const [newest, unread] = await Promise.all([
    db.notification.findMany({ where: wanted, orderBy: { createdAt: 'desc' }, take: 100 }),
    db.notification.count({ where: { ...wanted, readAt: null } }),
  ])
  const nameOf = await namesToldOf(db, newest)
  const requestOf = await requestsToldOf(db, actor, newest)
  return {
    items: newest.map(({ userId: _, seq: _seq, ...notice }) => ({
      ...notice,
      requestId: requestOf(notice),
      about: nameOf(notice),
      createdAt: notice.createdAt.toISOString(),
      readAt: notice.readAt?.toISOString() ?? null,
    })),
    unread,
  }
}

async function wantedBy(db: Deps['db'], { id: userId }: User) {
  const setting = await db.noticeSetting.findUnique({ where: { userId }, select: { choices: true } })
  const choices = choicesFrom(setting?.choices)
  const unwanted = noticeTopics.filter((topic) => !choices[topic].app).flatMap(kindsOf)
  return { userId, ...(unwanted.length > 0 && { kind: { notIn: unwanted as string[] } }) }
}

/** The names of the deals and segments that notices are about. */
async function namesToldOf(db: Deps['db'], told: Told[]) {
  const [deals, segments] = await Promise.all([
    db.deal.findMany({ where: { id: { in: dealsOf(told) } }, select: { id: true, name: true } }),
    db.segment.findMany({
      where: { id: { in: told.flatMap(({ segmentId }) => segmentId ?? []) } },
      select: { id: true, name: true },
    }),
  ])
  const names = new Map([...deals, ...segments].map(({ id, name }) => [id, name]))
  return ({ dealId, segmentId }: Told): string => {
    const id = dealId ?? segmentId ?? ''
    return names.get(id) ?? id
  }
}

const dealsOf = (told: Told[]): string[] => told.flatMap(({ dealId }) => dealId ?? [])

type Told = { dealId: string | null; segmentId: string | null; kind: string; subject: string; createdAt: Date }

/** The request that a notice tells of, by its name: of several, the newest that was there when the notice came. */
async function requestsToldOf(db: Deps['db'], actor: User, told: Told[]) {
  const requests = await db.supportRequest.findMany({
    where: { dealId: { in: dealsOf(told) }, ...visibleRequests(actor) },
    select: { dealId: true, id: true, name: true, openedAt: true },
    orderBy: { openedAt: 'desc' },
  })
  return ({ dealId, kind, subject, createdAt }: Told): string | null =>
    (kind.startsWith('support-') &&
      requests.find((request) => request.dealId === dealId && request.name === subject && request.openedAt <= createdAt)
        ?.id) ||
    null
}

/** What is not shown is not read: it may still wait for a digest. */
export async function markNoticesRead({ db, now }: Deps, actor: User): Promise<{ read: number }> {
  const { count } = await db.notification.updateMany({
    where: { ...(await wantedBy(db, actor)), readAt: null },
    data: { readAt: now() },
  })
  return { read: count }
}
