import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { TestProject } from 'vitest/node'
import type { TestServers } from './servers.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
    temporalAddress: string
  }
}

/** One PostgreSQL and one Temporal server for all tests that need them; they end with the test run, also where that is killed. */
export default async function setup(project: TestProject) {
  const servers = spawn(process.execPath, ['--import', 'tsx', 'tests/support/servers.ts'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A group of its own: Ctrl-C is for the test run, which closes the channel when it is done.
    detached: true,
  })
  const ended = once(servers, 'exit')
  const told = once(servers, 'message') as Promise<[TestServers]>
  const [{ postgresUrl, temporalAddress }] = await Promise.race([
    told,
    ended.then(([code]) => {
      throw new Error(`the servers of the tests ended before they were up, with ${code}`)
    }),
  ])
  project.provide('postgresUrl', postgresUrl)
  project.provide('temporalAddress', temporalAddress)
  return async () => {
    servers.disconnect()
    await ended
  }
}
