import { writeFileSync } from 'node:fs'
import { fingerprintOf, isMadeOf } from './fingerprint.ts'
import { LaunchError } from './launch-error.ts'
import { runCommand } from './run-command.ts'

const stamp = 'prisma/generated/.made-from'

/** Writes the database client from schema.prisma, where it is not already the client of this schema. */
export async function generateClient(): Promise<void> {
  const made = fingerprintOf(['prisma/schema.prisma'])
  if (isMadeOf(stamp, made)) return
  console.log('Writing the database client …')
  // Prisma looks for its native schema engine and would download it; writing the client never runs it.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }
  const { code, output } = await runCommand(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    env,
  })
  if (code !== 0) throw new LaunchError(`The database client could not be written:\n${output}`)
  writeFileSync(stamp, made)
}
