import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generateClient } from './generate-client.ts'
import { runMain } from './launch-error.ts'
import { findTemporalCli } from './temporal-cli.ts'

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      deals: { type: 'string', default: '500' },
      timers: { type: 'string', default: '500' },
      events: { type: 'string', default: '1000' },
    },
  })
  await generateClient()
  const temporalCli = await findTemporalCli(join(process.env.KEYNODE_DATA ?? '.keynode', 'bin'))
  // Only now is there the database client that it imports.
  const { runBench } = await import('../bench/run-bench.ts')
  const [deals, timers, events] = [values.deals, values.timers, values.events].map(Number) as [number, number, number]
  await runBench(temporalCli, { deals, timers, events })
  return 0
})
