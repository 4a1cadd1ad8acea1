import { type DueIn, departmentCalendarSchema, weeksFrom } from '#engine'
import { withHolidays } from '../../workflows/holidays/with-holidays.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { LoadOfDepartment, SupportLoad } from './contract.ts'
import { stagesThatAsk } from './stages-that-ask.ts'

/** Weeks that are looked ahead, the rest of this one included. */
const ahead = 6
/** Weeks that are looked back to see how much a department answers. */
const back = 8
/** Below this nothing can be said of what it usually answers. */
const fewestAnswers = 4
const weekMs = 7 * 24 * 3_600_000

type Alike = {
  department: string
  owner: string | null
  trigger: string
  /** -1: overdue; from 0 on the week; `ahead`: later; null: by no time. */
  due: number | null
  requests: number
}

/** The load of every department against what it can take; for a resource owner, of their own. */
export async function supportLoad(deps: Deps, actor: User, timeZone: string): Promise<SupportLoad> {
  const { db, now } = deps
  const own = actor.role === 'resource-owner' ? { id: { in: actor.departments } } : {}
  const at = now()
  const weeks = weeksFrom(at.toISOString(), timeZone, ahead)
  const [departments, alike, answered] = await Promise.all([
    db.department.findMany({
      where: own,
      orderBy: { name: 'asc' },
      include: {
        members: {
          include: { user: { include: { absences: { where: { until: { gt: at } } } } } },
          orderBy: { user: { name: 'asc' } },
        },
      },
    }),
    openRequests(deps, weeks),
    answeredOfLate(deps, at),
  ])
  const stages = await stagesThatAsk(deps)
  return {
    weeks,
    departments: departments.map(({ id, name, calendar, members }): LoadOfDepartment => {
      const own = alike.filter(({ department }) => department === id)
      const asked = own.map(({ owner, trigger, due, requests }) => ({
        owner: members.some(({ userId }) => userId === owner) ? owner : null,
        stage: stages.get(trigger)?.id ?? null,
        due: dueIn(due),
        requests,
      }))
      const asking = new Set(asked.map(({ stage }) => stage))
      return {
        department: { id, name },
        standing: {
          calendar: calendar === null ? null : withHolidays(departmentCalendarSchema.parse(calendar), at),
          answeredAWeek: answered.get(id) ?? 0,
          people: members.map(({ userId, capacity, user }) => ({
            id: userId,
            capacity,
            absences: user.absences.map(({ from, until }) => ({
              from: from.toISOString(),
              until: until.toISOString(),
            })),
          })),
          asked,
        },
        people: Object.fromEntries(members.map(({ userId, user }) => [userId, user.name])),
        stages: [...new Map([...stages.values()].map((stage) => [stage.id, stage])).values()].filter(({ id }) =>
          asking.has(id),
        ),
      }
    }),
  }
}

const dueIn = (due: number | null): DueIn => {
  if (due === null) return 'undated'
  if (due < 0) return 'overdue'
  return due < ahead ? due : 'later'
}

/** Those of closed deals were cancelled with them. */
function openRequests({ db }: Deps, weeks: readonly string[]): Promise<Alike[]> {
  const begins = weeks.map((week) => new Date(week))
  return db.$queryRaw<Alike[]>`
    SELECT "department_id" AS "department", "owner_id" AS "owner", "trigger_id" AS "trigger",
      width_bucket("due_at", ${begins}::TIMESTAMPTZ[]) - 1 AS "due", count(*)::INTEGER AS "requests"
    FROM "support_request" WHERE "status" = 'open' GROUP BY 1, 2, 3, 4`
}

/** Answers a week of each department, over the weeks since the first of them; a new department has fewer than `back`. */
async function answeredOfLate({ db }: Deps, now: Date): Promise<Map<string, number>> {
  const since = new Date(now.getTime() - back * weekMs)
  const rows = await db.supportRequest.groupBy({
    by: ['departmentId'],
    where: { answeredAt: { gte: since, lte: now }, status: { in: ['answered', 'declined'] } },
    _count: true,
    _min: { answeredAt: true },
  })
  const weeksSince = (first: Date | null) => Math.max(1, (now.getTime() - (first ?? now).getTime()) / weekMs)
  return new Map(
    rows
      .filter(({ _count }) => _count >= fewestAnswers)
      .map(({ departmentId, _count, _min }) => [departmentId, _count / weeksSince(_min.answeredAt)]),
  )
}
