import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const signInSchema = z.object({ email: z.string(), password: z.string() })
type SignIn = z.infer<typeof signInSchema>

/** The secret that signs sessions, made at the first start and kept. */
export function sessionSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

/** The first person who can sign in, made at the first start and kept. */
export function firstSignIn(file: string): SignIn {
  if (!existsSync(file))
    writeFileSync(
      file,
      JSON.stringify({ email: 'admin@keynode.local', password: randomBytes(9).toString('base64url') }),
      { mode: 0o600 },
    )
  return signInSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}
