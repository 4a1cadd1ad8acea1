import { departmentCalendarSchema } from '#engine'
import { DomainError } from '#engine/deal'
import { Prisma } from '../../prisma/client.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { Availability, ChangedAvailability } from './contract.ts'
import { requireHolidays } from './require-holidays.ts'

/** When a department works, and its members with what they have, can have, and when they are away. */
export async function availability({ db, now }: Deps, actor: User, id: string): Promise<Availability> {
  if (actor.role === 'resource-owner' && !actor.departments.includes(id)) noSuchDepartment(id)
  const department = await db.department.findUnique({
    where: { id },
    include: {
      members: {
        include: {
          user: {
            include: {
              absences: { where: { until: { gt: now() } }, orderBy: { from: 'asc' }, include: { delegate: true } },
            },
          },
        },
        orderBy: { user: { name: 'asc' } },
      },
    },
  })
  if (!department) return noSuchDepartment(id)
  const loads = await db.supportRequest.groupBy({
    by: ['ownerId'],
    where: { status: 'open', departmentId: id },
    _count: true,
  })
  return {
    department: { id, name: department.name },
    calendar: department.calendar === null ? null : departmentCalendarSchema.parse(department.calendar),
    members: department.members.map(({ capacity, user }) => ({
      id: user.id,
      name: user.name,
      capacity,
      load: loads.find(({ ownerId }) => ownerId === user.id)?._count ?? 0,
      absences: user.absences.map(({ id, from, until, delegate }) => ({
        id,
        from: from.toISOString(),
        until: until.toISOString(),
        delegate: delegate && { id: delegate.id, name: delegate.name },
      })),
    })),
  }
}

/** Sets a department's calendar and its members' capacities. Requests that are open keep their due times. */
export async function changeAvailability(
  deps: Deps,
  actor: User,
  id: string,
  { calendar, capacities = {} }: ChangedAvailability,
): Promise<Availability> {
  const { db } = deps
  if (!(await db.department.count({ where: { id } }))) noSuchDepartment(id)
  if (calendar?.country) requireHolidays(calendar.country, calendar.state)
  await db.$transaction([
    db.department.update({
      where: { id },
      data: calendar === undefined ? {} : { calendar: calendar ?? Prisma.DbNull },
    }),
    ...Object.entries(capacities).map(([userId, capacity]) =>
      db.departmentMember.updateMany({ where: { departmentId: id, userId }, data: { capacity } }),
    ),
  ])
  return availability(deps, actor, id)
}

function noSuchDepartment(department: string): never {
  throw new DomainError('DEPARTMENT_NOT_FOUND', 'There is no such department among those you work with.', {
    department,
  })
}
