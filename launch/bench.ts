import { join } from 'node:path'
import { startProduct } from '../bench/product.ts'
import { stepRate } from '../bench/step-rate.ts'
import { generateClient } from './generate-client.ts'
import { runMain } from './launch-error.ts'
import { findTemporalCli } from './temporal-cli.ts'

await runMain(async () => {
  await generateClient()
  const product = await startProduct(await findTemporalCli(join(process.env.KEYNODE_DATA ?? '.keynode', 'bin')))
  try {
    for (const inFlight of (process.env.INFLIGHT ?? '1,8,32').split(','))
      console.log(await stepRate(product, Number(inFlight)))
  } finally {
    await product.stop()
  }
  return 0
})
