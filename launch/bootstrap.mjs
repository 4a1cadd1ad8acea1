// Runs before any package is there: plain JavaScript, Node's own modules only.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [script, ...args] = process.argv.slice(2)

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  fail(`Keynode needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer one from nodejs.org.`)

process.env.KEYNODE_DATA ??= join(root, '.keynode')
process.chdir(root)
await ensurePackages()
// The command runs in this very process, so that whoever stops or kills it meets it, and not a parent of it.
const command = join(root, 'launch', `${script}.ts`)
process.argv = [process.execPath, command, ...args]
await import('tsx')
await import(pathToFileURL(command).href)

/** Installs the packages of package-lock.json where they are not what is installed. */
async function ensurePackages() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  const stamp = join('node_modules', '.keynode-installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing packages (about a minute the first time) …')
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const timer = setInterval(() => console.log(`  still at it, ${seconds()} s`), 10_000)
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  clearInterval(timer)
  if (code !== 0)
    fail('The packages could not be installed. Check the connection to your package registry, then run this again.')
  writeFileSync(stamp, lock)
}

function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', shell: process.platform === 'win32' })
    child.on('error', () => resolve(127))
    child.on('close', resolve)
  })
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
