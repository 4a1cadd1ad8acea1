import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const runningSchema = z.object({ databaseUrl: z.string(), temporalAddress: z.string(), port: z.number() })

/** Where a product that runs on this machine is reached. */
export type RunningProduct = z.infer<typeof runningSchema>

/** Leaves word of a running product for the commands beside it. The address holds the database's password. */
export function tellRunning(file: string, product: RunningProduct): void {
  writeFileSync(file, JSON.stringify(product), { mode: 0o600 })
}

/** The product that runs from this data folder, as far as its word goes; a killed one leaves its word behind. */
export function findRunning(file: string): RunningProduct | undefined {
  if (!existsSync(file)) return undefined
  try {
    return runningSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
