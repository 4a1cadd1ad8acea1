import { join } from 'node:path'
import { generateClient } from './generate-client.ts'
import { runMain } from './launch-error.ts'
import { findTemporalCli } from './temporal-cli.ts'

await runMain(async () => {
  await generateClient()
  const temporalCli = await findTemporalCli(join(process.env.KEYNODE_DATA ?? '.keynode', 'bin'))
  // Only now is there the database client that it imports.
  const { runBench } = await import('../bench/run-bench.ts')
  await runBench(temporalCli)
  return 0
})
