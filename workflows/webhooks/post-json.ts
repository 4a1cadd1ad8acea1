import { lookup } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPrivateHost, isPublicAddress } from './public-address.ts'

/** How long an address may take to answer, in milliseconds. */
const patience = 15_000

type Message = { url: string; headers: Record<string, string>; body: string; mayBePrivate: boolean }

/**
 * Posts JSON, and gives the status of the answer. A redirect is an answer like any other and is not followed. Unless it may
 * be private, the address has to be https and of the open internet: that is asked of the very IP address that is connected
 * to, so that no name can lead elsewhere in between. Throws what kept it from an answer.
 */
export function postJson({ url, headers, body, mayBePrivate }: Message): Promise<number> {
  const { protocol, hostname } = new URL(url)
  if (!mayBePrivate && (protocol !== 'https:' || isPrivateHost(hostname)))
    return Promise.reject(new Error(`${protocol}//${hostname} is not an https address of the open internet.`))
  const send = protocol === 'https:' ? https.request : http.request
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Keynode' },
        signal: AbortSignal.timeout(patience),
        agent: false,
        ...(!mayBePrivate && { lookup: publicOnly }),
      },
      (response) => {
        // What it says beside its status is of no interest, and might never end.
        response.destroy()
        resolve(response.statusCode ?? 0)
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

const publicOnly: LookupFunction = (hostname, options, done) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '')
    const [first] = addresses
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return done(new Error(`${hostname} is not of the open internet.`), '')
    if (options.all) return done(null, addresses)
    done(null, first.address, first.family)
  })
