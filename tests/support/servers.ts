import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort } from '../../launch/ports.ts'
import { startPostgres } from '../../launch/postgres.ts'
import { findTemporalCli } from '../../launch/temporal-cli.ts'
import { startTemporalServer } from '../../launch/temporal-server.ts'
import { untilAsked } from '../../launch/until-asked.ts'

/** What whoever started the servers is told once they are up. */
export type TestServers = { folder: string; postgresUrl: string; temporalAddress: string }

/* Servers in a folder that goes with them, for as long as the channel to whoever started them is open. */
const asked = untilAsked()
const folder = mkdtempSync(join(tmpdir(), 'keynode-test-'))
const postgres = await startPostgres(join(folder, 'postgres'), await freePort())
const temporal = await startTemporalServer({
  cli: await findTemporalCli(resolve('.keynode/bin')),
  port: await freePort(),
  database: join(folder, 'temporal.db'),
  pidFile: join(folder, 'temporal.pid'),
})
const up: TestServers = { folder, postgresUrl: postgres.url, temporalAddress: temporal.address }
if (process.connected) process.send?.(up)
await asked
await temporal.stop()
await postgres.stop()
rmSync(folder, { recursive: true, force: true })
if (process.connected) process.disconnect()
