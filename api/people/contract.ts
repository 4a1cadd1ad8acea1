import { z } from 'zod'
import { departmentSchema } from '#engine'

/** Who works with Keynode. An admin makes the others, and may do what ops may. */
export const roles = ['admin', 'ops', 'rep', 'resource-owner', 'manager'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

const nameSchema = z.string().trim().min(1, 'give a name').max(200)
const passwordSchema = z.string().min(8, 'use at least 8 characters').max(128)

export const userSchema = z
  .object({ id: z.string(), name: z.string(), email: z.string(), role: roleSchema, departments: z.array(z.string()) })
  .meta({ id: 'User' })
export type User = z.infer<typeof userSchema>

export const newUserSchema = z.strictObject({
  name: nameSchema,
  email: z.email('use an e-mail address'),
  password: passwordSchema,
  role: roleSchema,
  /** Departments whose support requests a resource owner answers. */
  departments: z.array(z.string()).default([]),
})
export type NewUser = z.infer<typeof newUserSchema>

/** What an admin changes of a user. Without a password, it stays. */
export const changedUserSchema = newUserSchema.omit({ email: true }).extend({ password: passwordSchema.optional() })
export type ChangedUser = z.infer<typeof changedUserSchema>

export { departmentSchema }
