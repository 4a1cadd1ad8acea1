import { z } from 'zod'

/** Who works with Keynode. An admin makes the others, and may do what ops may. */
export const roles = ['admin', 'ops', 'rep', 'resource-owner', 'manager'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/** Who is asking. */
export type Actor = { id: string; name: string; email: string; role: Role; departments: string[] }
