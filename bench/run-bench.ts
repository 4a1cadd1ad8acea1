import { LaunchError } from '../launch/launch-error.ts'
import { untilAsked } from '../launch/until-asked.ts'
import { drawingRate } from './drawing-rate.ts'
import { dueTimers } from './due-timers.ts'
import { engineRate } from './engine-rate.ts'
import { idleDeals } from './idle-deals.ts'
import { importRate } from './import-rate.ts'
import { startCrowds } from './lists/crowd.ts'
import { listRates } from './lists/list-rates.ts'
import { listsReport } from './lists/lists-report.ts'
import { pageRates } from './lists/page-rates.ts'
import { longDeals } from './long-deal.ts'
import { modelSizeCost } from './model-size.ts'
import { pageWeights } from './page-weight.ts'
import { type Product, startProduct } from './product.ts'
import { report } from './report.ts'
import { idleReport, longDealsReport, timersReport } from './scale-report.ts'
import { startScreens } from './screens.ts'
import { screensReport } from './screens-report.ts'
import { type StepRate, stepRate } from './step-rate.ts'

/** How many deals wait, how many fall due close together, how many events the longest deal has, and how many deals lists hold. */
export type Scale = { deals: number; timers: number; events: number; lists: number }

const inFlight = [1, 8, 32]

const parts: Record<string, (temporalCli: string, scale: Scale) => Promise<void>> = {
  steps: runSteps,
  screens: runScreens,
  scale: runScale,
  lists: runLists,
}

/** Rejects once somebody ends the bench: what it has started is then ended as after a measure. */
const ended = untilAsked().then((): never => {
  // What was under way breaks on the servers that go, and must not keep the others from going.
  for (const failure of ['uncaughtException', 'unhandledRejection']) process.on(failure, () => undefined)
  throw new LaunchError('The bench was ended before it was through.')
})
ended.catch(() => undefined)

/** Measures the product on this machine, all of it or one part, on servers of its own, and tells what it found. */
export async function runBench(temporalCli: string, scale: Scale, only?: string): Promise<void> {
  const chosen = Object.entries(parts).filter(([name]) => only === undefined || name === only)
  if (chosen.length === 0)
    throw new LaunchError(`There is no part ${only}. There are ${Object.keys(parts).join(', ')}.`)
  for (const [, run] of chosen) await run(temporalCli, scale)
}

async function runSteps(temporalCli: string): Promise<void> {
  await withProduct(temporalCli, async (product) => {
    const rates: StepRate[] = []
    for (const count of inFlight) {
      console.log(`Measuring steps, ${count} in flight …`)
      rates.push(await stepRate(product, count))
    }
    console.log('Measuring an import …')
    const importPerSecond = await importRate(product)
    console.log('Measuring the engine …')
    console.log(`\n${report(rates, importPerSecond, await engineRate(), await modelSizeCost())}\n`)
  })
}

async function runScreens(temporalCli: string): Promise<void> {
  const screens = await startScreens(temporalCli)
  try {
    console.log('Measuring the screens …')
    const rates = await Promise.race([drawingRate(screens), ended])
    const weights = await Promise.race([pageWeights(screens, rates[0]?.path ?? ''), ended])
    console.log(`\n${screensReport(rates, weights)}\n`)
  } finally {
    await screens.stop()
  }
}

/** On a product that holds nothing else. */
async function runScale(temporalCli: string, { deals, timers, events }: Scale): Promise<void> {
  await withProduct(temporalCli, async (product) => {
    console.log(`Measuring ${deals} open deals …`)
    const idle = await idleDeals(product, deals)
    console.log(`\n${idleReport(idle)}\n\nMeasuring a deal with ${events} events …`)
    console.log(`\n${longDealsReport(await longDeals(product, events))}\n\nMeasuring ${timers} deals that fall due …`)
    const due = await dueTimers(product, timers, idle.at(-1)?.openedPerSecond ?? Number.NaN)
    console.log(`\n${timersReport(due)}\n`)
  })
}

async function runLists(_temporalCli: string, { lists }: Scale): Promise<void> {
  console.log(`Making ${lists} deals, ten events each …`)
  const { small, large, stop } = await startCrowds(lists)
  try {
    console.log('Measuring lists …')
    const rates = await Promise.race([listRates(small, large), ended])
    console.log('Measuring pages …')
    const pages = await Promise.race([pageRates(large), ended])
    console.log(`\n${listsReport(small.deals, large.deals, rates, pages)}\n`)
  } finally {
    await stop()
  }
}

async function withProduct(temporalCli: string, measure: (product: Product) => Promise<void>): Promise<void> {
  const product = await startProduct(temporalCli)
  try {
    await Promise.race([measure(product), ended])
  } finally {
    await product.stop()
  }
}
