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
      lists: { type: 'string', default: '5000' },
      only: { type: 'string' },
    },
  })
  await generateClient()
  const temporalCli = await findTemporalCli(join(process.env.KEYNODE_DATA ?? '.keynode', 'bin'))
  // Only now is there the database client that it imports.
  const { runBench } = await import('../bench/run-bench.ts')
  const [deals, timers, events, lists] = [values.deals, values.timers, values.events, values.lists].map(Number) as [
    number,
    number,
    number,
    number,
  ]
  await runBench(temporalCli, { deals, timers, events, lists }, values.only)
  return 0
})
// What was under way when the bench was ended would be tried again for minutes, on servers that are gone.
process.exit()
