import { engineRate } from './engine-rate.ts'
import { importRate } from './import-rate.ts'
import { modelSizeCost } from './model-size.ts'
import { startProduct } from './product.ts'
import { report } from './report.ts'
import { type StepRate, stepRate } from './step-rate.ts'

const inFlight = [1, 8, 32]

/** Measures the product on this machine, on a database and a Temporal server of its own, and tells what it found. */
export async function runBench(temporalCli: string): Promise<void> {
  const product = await startProduct(temporalCli)
  try {
    const rates: StepRate[] = []
    for (const count of inFlight) {
      console.log(`Measuring steps, ${count} in flight …`)
      rates.push(await stepRate(product, count))
    }
    console.log('Measuring an import …')
    const importPerSecond = await importRate(product)
    console.log('Measuring the engine …')
    console.log(`\n${report(rates, importPerSecond, await engineRate(), await modelSizeCost())}\n`)
  } finally {
    await product.stop()
  }
}
