import { join } from 'node:path'
import { engineRate } from '../bench/engine-rate.ts'
import { importRate } from '../bench/import-rate.ts'
import { startProduct } from '../bench/product.ts'
import { report } from '../bench/report.ts'
import { type StepRate, stepRate } from '../bench/step-rate.ts'
import { generateClient } from './generate-client.ts'
import { runMain } from './launch-error.ts'
import { findTemporalCli } from './temporal-cli.ts'

const inFlight = [1, 8, 32]

/** Measures the product on this machine, on a database and a Temporal server of its own, and tells what it found. */
await runMain(async () => {
  await generateClient()
  const product = await startProduct(await findTemporalCli(join(process.env.KEYNODE_DATA ?? '.keynode', 'bin')))
  try {
    const rates: StepRate[] = []
    for (const count of inFlight) {
      console.log(`Measuring steps, ${count} in flight …`)
      rates.push(await stepRate(product, count))
    }
    console.log('Measuring an import …')
    const importPerSecond = await importRate(product)
    console.log('Measuring the engine …')
    console.log(`\n${report(rates, importPerSecond, await engineRate())}`)
  } finally {
    await product.stop()
  }
  return 0
})
