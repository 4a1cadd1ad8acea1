import { setClock } from './clock.ts'

// The worker as it runs in production, of which whoever started it can set the clock by a message.
process.on('message', (ms) => setClock(Number(ms)))
// A test run that is killed leaves no worker behind.
process.once('disconnect', () => process.exit())
// What it waits for here keeps no process alive.
process.channel?.unref()
await import('../../workflows/worker.ts')
