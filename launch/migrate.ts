import { z } from 'zod'
import { migrate } from '../prisma/migrate.ts'
import { runMain } from './launch-error.ts'

/** Brings the database of a deployment to this version, before its API and workers start. */
await runMain(async () => {
  const url = z.string('set DATABASE_URL to a PostgreSQL address').parse(process.env.DATABASE_URL)
  const applied = await migrate(url, 'prisma/migrations')
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}` : 'The database is at this version already.')
  return 0
})
