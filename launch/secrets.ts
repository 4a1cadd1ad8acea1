import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const signInSchema = z.object({ email: z.string(), password: z.string() })
export type SignIn = z.infer<typeof signInSchema>

/** The secret that signs sessions, made at the first start and kept. */
export const sessionSecret = (file: string): string => kept(file, () => randomBytes(32).toString('hex'))

/** The first person who can sign in, made at the first start and kept. */
export function firstSignIn(file: string): SignIn {
  const made = () => JSON.stringify({ email: 'admin@keynode.local', password: randomBytes(9).toString('base64url') })
  return signInSchema.parse(JSON.parse(kept(file, made)))
}

/** What a file holds; made where there is none, whole or not at all. */
function kept(file: string, make: () => string): string {
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, make(), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return readFileSync(file, 'utf8')
}
