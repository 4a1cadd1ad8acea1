import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprintOf, isMadeOf } from './fingerprint.ts'
import { LaunchError } from './launch-error.ts'
import { longStep } from './long-step.ts'
import { runCommand } from './run-command.ts'

const stamp = join('dist/designer', '.made-from')
const inputs = ['designer', 'docs/checks', 'engine', 'api', 'package-lock.json', 'tsconfig.json']
const isScreens = (file: string): boolean => !/\.test\.tsx?$/.test(file) && !/^api\/.*(?<!contract)\.ts$/.test(file)

/** Builds the screens, where something they are made of has changed. */
export async function buildDesigner(signal?: AbortSignal): Promise<void> {
  const made = fingerprintOf(inputs, isScreens)
  if (isMadeOf(stamp, made)) return
  const vite = ['node_modules/vite/bin/vite.js', 'build', 'designer', '--config', 'designer/vite.config.ts']
  const { code, output } = await longStep('Building the screens', () => runCommand(process.execPath, vite, { signal }))
  if (code !== 0) throw new LaunchError(`The screens could not be built:\n${output.slice(-3000)}`)
  writeFileSync(stamp, made)
}
