import { createApp } from './app.ts'
import { ensureAdmin } from './auth/create-user.ts'
import { readConfig } from './config.ts'
import { connect } from './connect.ts'
import { keepForgetting } from './forget-old.ts'
import { shipLibrary } from './segments/ship-library.ts'

const config = readConfig(process.env)
const deps = connect(config)
if (config.admin) await ensureAdmin(deps, config.admin)
await shipLibrary(deps)
const forgetting = keepForgetting(deps)

const app = createApp(deps, { overTls: config.publicUrl.startsWith('https:'), proxies: config.proxies })
const server = app.listen(config.port, (error) => {
  if (!error) return console.log(`listening on port ${config.port}`)
  console.error(`The API cannot listen on port ${config.port} (${error.message}). Set PORT to another one.`)
  process.exit(1)
})

/** Requests that are being worked get so many milliseconds to end. */
const patience = 5000
let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    // Streams would keep their connections for minutes.
    void deps.live.close()
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), patience).unref()
    void Promise.all([closed, forgetting.stop()])
      .then(() => deps.close())
      .then(() => process.exit(0))
  })
