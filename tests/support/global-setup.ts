import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from '../../launch/ports.ts'
import { startPostgres } from '../../launch/postgres.ts'
import { findTemporalCli } from '../../launch/temporal-cli.ts'
import { startTemporalServer } from '../../launch/temporal-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
    temporalAddress: string
  }
}

/** One PostgreSQL and one Temporal server for all tests that need them, in a folder that goes with them. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'keynode-test-'))
  const postgres = await startPostgres(join(folder, 'postgres'), await freePort())
  const cli = await findTemporalCli(resolve('.keynode/bin'))
  const temporal = await startTemporalServer({
    cli,
    port: await freePort(),
    database: join(folder, 'temporal.db'),
    pidFile: join(folder, 'temporal.pid'),
  })
  project.provide('postgresUrl', postgres.url)
  project.provide('temporalAddress', temporal.address)
  return async () => {
    await temporal.stop()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
