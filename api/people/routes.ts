import { z } from 'zod'
import { createUser } from '../auth/create-user.ts'
import { roleSchema, roles } from '../auth/roles.ts'
import { type Route, route } from '../http/route.ts'

const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  departments: z.array(z.string()),
})
const departmentSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  name: z.string().trim().min(1).max(200),
})

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
    answer: z.array(userSchema),
    handle: async ({ deps: { db } }) => {
      const users = await db.user.findMany({ include: { departments: true }, orderBy: { name: 'asc' } })
      return users.map((user) => ({
        ...user,
        role: roleSchema.parse(user.role),
        departments: user.departments.map(({ departmentId }) => departmentId),
      }))
    },
  }),
  route({
    method: 'post',
    path: '/users',
    summary: 'Make a user',
    roles: ['admin'],
    body: z.strictObject({
      name: z.string().trim().min(1).max(200),
      email: z.email(),
      password: z.string().min(8).max(128),
      role: roleSchema,
      departments: z.array(z.string()).default([]),
    }),
    answer: z.object({ id: z.string() }),
    handle: async ({ deps, body }) => ({ id: await createUser(deps, body) }),
  }),
  route({
    method: 'get',
    path: '/departments',
    summary: 'Our departments',
    roles,
    answer: z.array(departmentSchema),
    handle: ({ deps: { db } }) => db.department.findMany({ orderBy: { name: 'asc' } }),
  }),
  route({
    method: 'post',
    path: '/departments',
    summary: 'Make a department that support can be asked of',
    roles: ['admin', 'ops'],
    body: departmentSchema,
    answer: departmentSchema,
    handle: ({ deps: { db }, body }) =>
      db.department.upsert({ where: { id: body.id }, create: body, update: { name: body.name } }),
  }),
]
