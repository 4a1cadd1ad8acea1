import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fingerprintOf, isMadeOf } from './fingerprint.ts'
import { longStep } from './long-step.ts'

const inputs = ['workflows', 'engine', 'package-lock.json']
const isCode = (file: string): boolean => file.endsWith('.ts') && !file.endsWith('.test.ts')

/** Bundles the workflows for the worker, where something they are made of has changed, and gives the bundle's path. */
export async function buildWorkflows(): Promise<string> {
  const bundle = 'dist/workflows.js'
  const made = fingerprintOf(inputs, (file) => isCode(file) || file === 'package-lock.json')
  if (isMadeOf(`${bundle}.made-from`, made)) return bundle
  const code = await longStep('Bundling the workflows', bundleNow)
  mkdirSync(dirname(bundle), { recursive: true })
  writeFileSync(`${bundle}.new`, code)
  renameSync(`${bundle}.new`, bundle)
  writeFileSync(`${bundle}.made-from`, made)
  return bundle
}

async function bundleNow(): Promise<string> {
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker')
  const { bundling } = await import('../workflows/bundling.ts')
  return (await bundleWorkflowCode({ ...bundling, logger: new DefaultLogger('WARN') })).code
}
