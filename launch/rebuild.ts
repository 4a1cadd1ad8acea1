import { generateClient } from './generate-client.ts'
import { runMain } from './launch-error.ts'

await runMain(async () => {
  // The command reads the database, whose client has to be there before its module is loaded.
  await generateClient()
  const { runRebuild } = await import('./run-rebuild.ts')
  return runRebuild(process.argv.slice(2), process.env)
})
