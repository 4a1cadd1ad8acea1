import { generateClient } from './generate-client.ts'
import { runMain } from './launch-error.ts'

await runMain(async () => {
  // The command reads the database, whose client has to be there before its module is loaded.
  await generateClient()
  const { runImport } = await import('./run-import.ts')
  return runImport(process.argv.slice(2), process.env)
})
