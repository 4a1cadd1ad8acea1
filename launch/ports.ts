import { connect, createServer } from 'node:net'
import { LaunchError } from './launch-error.ts'

/** A port of this machine that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
    server.on('error', reject)
  })
}

export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** Throws a `LaunchError` that names the port and the variable that changes it, where the port is taken. */
export async function requireFree(port: number, variable: string, what: string): Promise<void> {
  if (await isListening(port))
    throw new LaunchError(
      `Port ${port} for ${what} is in use. Stop what listens there, or set ${variable} to another port.`,
    )
}

/** Waits until something answers on a port; gives up after `ms` milliseconds. */
export async function untilListening(port: number, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; ) {
    if (await isListening(port)) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}
