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

export const isListening = (port: number): Promise<boolean> => isReachable(`127.0.0.1:${port}`)

/** Whether something answers at `host:port`. */
export function isReachable(address: string): Promise<boolean> {
  const [host = '', port = ''] = address.split(/:(?=\d+$)/)
  return new Promise((resolve) => {
    const socket = connect({ port: Number(port), host, timeout: 5000 })
    socket.once('timeout', () => socket.destroy(new Error('no answer')))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** Throws a `LaunchError` that names the port and the variable that changes it, where the port cannot be had. */
export async function requireFree(port: number, variable: string, what: string, host?: string): Promise<void> {
  const code = (await isListening(port)) ? 'EADDRINUSE' : await codeOfListening(port, host)
  if (code === undefined) return
  if (code === 'EADDRINUSE')
    throw new LaunchError(
      `Port ${port} for ${what} is in use. Stop what listens there, or set ${variable} to another port.`,
    )
  throw new LaunchError(`Port ${port} for ${what} cannot be listened on (${code}). Set ${variable} to another port.`)
}

/** The system's code where a port cannot be listened on: it may be taken on an address that answers nobody. */
function codeOfListening(port: number, host: string | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ port, ...(host && { host }) }, () => server.close(() => resolve(undefined)))
  })
}

/** Waits until something answers on a port; gives up after `ms` milliseconds. */
export async function untilListening(port: number, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; ) {
    if (await isListening(port)) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}
