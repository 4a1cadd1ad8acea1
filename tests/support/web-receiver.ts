import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

type Received = { path: string; headers: IncomingHttpHeaders; body: string }

export type WebReceiver = {
  url: string
  received: Received[]
  /** With what status it answers from now on, and where it sends on to. */
  answers(status: number, location?: string): void
  stop(): void
}

/** A real HTTP server that webhooks are sent to, which keeps what it gets. */
export async function aWebReceiver(): Promise<WebReceiver> {
  const received: Received[] = []
  let answer: { status: number; location?: string } = { status: 204 }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part.toString()
    })
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body })
      const { status, location } = answer
      response.writeHead(status, location === undefined ? {} : { location }).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answers(status, location) {
      answer = { status, ...(location !== undefined && { location }) }
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
