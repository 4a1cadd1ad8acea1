import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LaunchError } from './launch-error.ts'
import { longStep } from './long-step.ts'
import { runCommand } from './run-command.ts'

const output = 'dist/designer'
const stamp = join(output, '.made-from')
const inputs = ['designer', 'engine', 'package-lock.json', 'tsconfig.json']

/** Builds the screens, where something they are made of has changed. */
export async function buildDesigner(signal?: AbortSignal): Promise<void> {
  const made = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return
  const vite = ['node_modules/vite/bin/vite.js', 'build', 'designer', '--config', 'designer/vite.config.ts']
  const { code, output: log } = await longStep('Building the screens', () =>
    runCommand(process.execPath, vite, { signal }),
  )
  if (code !== 0) throw new LaunchError(`The screens could not be built:\n${log.slice(-3000)}`)
  writeFileSync(stamp, made)
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesIn).sort()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  if (/\.[a-z]+$/.test(path)) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
