import { fileURLToPath } from 'node:url'
import type { BundleOptions } from '@temporalio/worker'

const engine = fileURLToPath(new URL('../engine/', import.meta.url))

/**
 * How the workflow functions are bundled for a worker. What they do not use of the engine is left out: its schemas, and the
 * library behind them, would otherwise be set up anew for every deal.
 */
export const bundling = {
  workflowsPath: fileURLToPath(new URL('./index.ts', import.meta.url)),
  webpackConfigHook: (config) => ({
    ...config,
    module: { ...config.module, rules: [...(config.module?.rules ?? []), { include: engine, sideEffects: false }] },
  }),
} satisfies BundleOptions
