import { z } from 'zod'
import { changeUser } from '../auth/change-user.ts'
import { createUser } from '../auth/create-user.ts'
import { type Route, route } from '../http/route.ts'
import { changedUserSchema, departmentSchema, newUserSchema, roleSchema, roles, userSchema } from './contract.ts'

const idAndName = { id: true, name: true } as const

export const peopleRoutes: Route[] = [
  route({
    method: 'get',
    path: '/me',
    summary: 'Who is signed in',
    roles,
    answer: userSchema,
    handle: async ({ actor }) => actor,
  }),
  route({
    method: 'get',
    path: '/users',
    summary: 'Everybody who can sign in',
    roles: ['admin', 'manager'],
    answer: z.object({ items: z.array(userSchema) }),
    handle: async ({ deps: { db } }) => {
      const users = await db.user.findMany({ include: { departments: true }, orderBy: { name: 'asc' } })
      return {
        items: users.map(({ id, name, email, role, departments }) => ({
          id,
          name,
          email,
          role: roleSchema.parse(role),
          departments: departments.map(({ departmentId }) => departmentId),
        })),
      }
    },
  }),
  route({
    method: 'post',
    path: '/users',
    summary: 'Make a user',
    roles: ['admin'],
    body: newUserSchema,
    answer: z.object({ id: z.string() }),
    handle: async ({ deps, body }) => ({ id: await createUser(deps, body) }),
  }),
  route({
    method: 'put',
    path: '/users/{user}',
    summary: 'Change a user’s name, role, departments or password',
    roles: ['admin'],
    params: { user: z.string() },
    body: changedUserSchema,
    answer: z.object({ id: z.string() }),
    handle: async ({ deps, params, body }) => ({ id: await changeUser(deps, params.user, body) }),
  }),
  route({
    method: 'get',
    path: '/departments',
    summary: 'Our departments',
    roles,
    answer: z.object({ items: z.array(departmentSchema) }),
    handle: async ({ deps: { db } }) => ({
      items: await db.department.findMany({ select: idAndName, orderBy: { name: 'asc' } }),
    }),
  }),
  route({
    method: 'post',
    path: '/departments',
    summary: 'Make or rename a department that support can be asked of',
    roles: ['admin', 'ops'],
    body: departmentSchema,
    answer: departmentSchema,
    handle: ({ deps: { db }, body }) =>
      db.department.upsert({ where: { id: body.id }, create: body, update: { name: body.name }, select: idAndName }),
  }),
]
