import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { LaunchError } from './launch-error.ts'
import { runCommand } from './run-command.ts'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A Chromium to test with: the one named by CHROMIUM_PATH, an installed one, or one that is installed now. */
export async function findBrowser(): Promise<string> {
  const found = installed()
  if (found) return found
  console.log('Installing a browser to test with (once) …')
  const playwright = await runCommand(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'])
  if (playwright.code !== 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await runCommand('apt-get', ['update'])
    await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  const now = installed()
  if (!now) throw new LaunchError('No browser to test with. Install Chromium or Chrome, or set CHROMIUM_PATH to one.')
  return now
}

const installed = (): string | undefined =>
  [process.env.CHROMIUM_PATH, ...usual, chromium.executablePath()].find(
    (path) => path !== undefined && existsSync(path),
  )
