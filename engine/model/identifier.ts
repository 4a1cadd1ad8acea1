import { z } from 'zod'

/** Ids are part of fact names, so they carry no dot and nothing a path language could read. */
export const identifierSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/, 'use small letters, digits and hyphens, starting with a letter')

export const nameSchema = z.string().trim().min(1, 'give it a name').max(200)
