import { z } from 'zod'
import { type Route, route } from '../http/route.ts'
import { recordAbsence, removeAbsence } from './absences.ts'
import { availability, changeAvailability } from './availability.ts'
import { availabilitySchema, changedAvailabilitySchema, newAbsenceSchema } from './contract.ts'

const movers = ['manager', 'ops', 'admin'] as const
const concerned = ['resource-owner', ...movers] as const
const department = { department: z.string() }

/** When departments work, how much their members can take, and who is away. */
export const calendarRoutes: Route[] = [
  route({
    method: 'get',
    path: '/departments/{department}/availability',
    summary: 'When a department works, and what its members have and can have',
    roles: concerned,
    params: department,
    answer: availabilitySchema,
    handle: ({ deps, actor, params }) => availability(deps, actor, params.department),
  }),
  route({
    method: 'put',
    path: '/departments/{department}/availability',
    summary: 'Set a department’s working calendar and its members’ capacities',
    roles: movers,
    params: department,
    body: changedAvailabilitySchema,
    answer: availabilitySchema,
    handle: ({ deps, actor, params, body }) => changeAvailability(deps, actor, params.department, body),
  }),
  route({
    method: 'post',
    path: '/absences',
    summary: 'Record that somebody is away, and who stands in',
    roles: ['resource-owner', 'manager', 'admin'],
    body: newAbsenceSchema,
    answer: z.object({ id: z.string() }),
    handle: ({ deps, actor, body }) => recordAbsence(deps, actor, body),
  }),
  route({
    method: 'delete',
    path: '/absences/{absence}',
    summary: 'Take back an absence',
    roles: ['resource-owner', 'manager', 'admin'],
    params: { absence: z.string() },
    answer: z.object({ id: z.string() }),
    handle: ({ deps, actor, params }) => removeAbsence(deps, actor, params.absence),
  }),
]
