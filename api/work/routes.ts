import { z } from 'zod'
import { roles } from '../auth/roles.ts'
import { type Route, route } from '../http/route.ts'

const instant = z.string().nullable()
const iso = (date: Date | null) => date?.toISOString() ?? null

const taskSchema = z.object({
  dealId: z.string(),
  dealName: z.string(),
  id: z.string(),
  name: z.string(),
  status: z.string(),
  stage: z.string().nullable(),
  brings: z.array(z.string()),
  dueAt: instant,
  escalatedAt: instant,
})
const requestSchema = z.object({
  dealId: z.string(),
  dealName: z.string(),
  id: z.string(),
  name: z.string(),
  department: z.string(),
  owner: z.string().nullable(),
  status: z.string(),
  openedAt: z.string(),
  dueAt: instant,
  escalatedAt: instant,
})
const noticeSchema = z.object({
  id: z.string(),
  dealId: z.string(),
  kind: z.string(),
  subject: z.string(),
  createdAt: z.string(),
  readAt: instant,
})

/** What each person has to do. */
export const workRoutes: Route[] = [
  route({
    method: 'get',
    path: '/tasks',
    summary: 'The tasks that you owe, the most urgent first',
    roles,
    answer: z.array(taskSchema),
    handle: async ({ deps: { db }, actor }) => {
      const tasks = await db.task.findMany({
        where: { assigneeId: actor.id, status: 'open' },
        include: { deal: { select: { name: true } } },
        orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }],
        take: 500,
      })
      return tasks.map(({ deal, stageId, dueAt, escalatedAt, ...task }) => ({
        ...task,
        dealName: deal.name,
        stage: stageId,
        dueAt: iso(dueAt),
        escalatedAt: iso(escalatedAt),
      }))
    },
  }),
  route({
    method: 'get',
    path: '/support-requests',
    summary: 'What your departments are asked for, by due time',
    roles: ['resource-owner', 'manager', 'ops', 'admin'],
    answer: z.array(requestSchema),
    handle: async ({ deps: { db }, actor }) => {
      const own = actor.role === 'resource-owner' ? { departmentId: { in: actor.departments } } : {}
      const requests = await db.supportRequest.findMany({
        where: { status: 'open', ...own },
        include: { deal: { select: { name: true } } },
        orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }],
        take: 500,
      })
      return requests.map(({ deal, departmentId, ownerId, openedAt, dueAt, escalatedAt, ...request }) => ({
        ...request,
        dealName: deal.name,
        department: departmentId,
        owner: ownerId,
        openedAt: openedAt.toISOString(),
        dueAt: iso(dueAt),
        escalatedAt: iso(escalatedAt),
      }))
    },
  }),
  route({
    method: 'get',
    path: '/notifications',
    summary: 'What happened that concerns you, newest first',
    roles,
    answer: z.array(noticeSchema),
    handle: async ({ deps: { db }, actor }) => {
      const notices = await db.notification.findMany({
        where: { userId: actor.id },
        orderBy: { createdAt: 'desc' },
        take: 100,
      })
      return notices.map((notice) => ({
        ...notice,
        createdAt: notice.createdAt.toISOString(),
        readAt: iso(notice.readAt),
      }))
    },
  }),
]
