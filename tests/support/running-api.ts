import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { inject } from 'vitest'
import type { ProcessModelDraft } from '#engine'
import { createApp } from '../../api/app.ts'
import { createUser } from '../../api/auth/create-user.ts'
import { readConfig } from '../../api/config.ts'
import { connect } from '../../api/connect.ts'
import type { Role } from '../../api/people/contract.ts'
import type { MailSettings } from '../../workflows/mail/mail-settings.ts'
import type { WebhookSettings } from '../../workflows/webhooks/webhook-settings.ts'
import { smallPurchase } from './a-model.ts'
import { type RunningDeals, runningDeals } from './running-deals.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of an answer, whatever its type claims
type Json = any
export type Answer = { status: number; headers: Headers; body: Json }
type Sent = { body?: unknown; headers?: Record<string, string>; key?: string }

/** The API as one person reaches it. */
export type Person = {
  id: string
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown, key?: string): Promise<Answer>
  put(path: string, body?: unknown, key?: string): Promise<Answer>
  ask(method: string, path: string, sent?: Sent): Promise<Answer>
  /** An answer that goes on until `signal` ends it. */
  stream(path: string, signal: AbortSignal, headers?: Record<string, string>): Promise<Response>
  /** Sends a file as a form does, which names it `name`. */
  upload(path: string, name: string, content: BlobPart, key?: string): Promise<Answer>
  /** What a browser would save. */
  download(path: string): Promise<{ status: number; headers: Headers; bytes: Uint8Array }>
}

export type RunningApi = {
  url: string
  running: RunningDeals
  /** The segment that the running deals' model is published in. */
  segment: string
  deps: ReturnType<typeof connect>
  /** A new user of a role, who has signed in. */
  signedIn(role: Role, departments?: string[]): Promise<Person>
  nobody: Person
  stop(): Promise<void>
}

type Settings = {
  model?: ProcessModelDraft
  temporalAddress?: string
  through?: (databaseUrl: string) => string
  webhooks?: WebhookSettings
  mail?: MailSettings
}

export const password = 'correct horse battery'

/** The real API on a port of its own, over a database, a Temporal server and a worker. */
export async function runningApi({
  model = smallPurchase,
  temporalAddress = inject('temporalAddress'),
  through = (url) => url,
  webhooks,
  mail,
}: Settings = {}): Promise<RunningApi> {
  const running = await runningDeals(model, { ...(webhooks && { webhooks }), ...(mail && { mail }) })
  const config = readConfig({
    ...running.environment,
    DATABASE_URL: through(running.database.url),
    TEMPORAL_ADDRESS: temporalAddress,
    BETTER_AUTH_SECRET: randomUUID(),
    ...(webhooks && { KEYNODE_PRIVATE_WEBHOOKS: String(webhooks.mayBePrivate) }),
  })
  const deps = connect(config)
  await running.database.db.department.create({ data: { id: 'legal', name: 'Legal' } })
  const server = createApp(deps).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    running,
    segment: running.plan.hash,
    deps,
    nobody: person(url, '', {}),
    async signedIn(role, departments = []) {
      const email = `${role}-${randomUUID()}@example.com`
      const onDatabase = { ...deps, db: running.database.db }
      const id = await createUser(onDatabase, { name: `A ${role}`, email, password, role, departments })
      return person(url, id, { cookie: await cookieOf(url, email) })
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await deps.close()
      await running.stop()
    },
  }
}

async function cookieOf(url: string, email: string): Promise<string> {
  const answer = await signIn(url, email, password)
  if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

export const signIn = (url: string, email: string, secret: string): Promise<Response> =>
  fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: secret }),
  })

function person(url: string, id: string, identity: Record<string, string>): Person {
  async function ask(method: string, path: string, { body, headers = {}, key }: Sent = {}): Promise<Answer> {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...identity,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text.startsWith('{') ? JSON.parse(text) : text }
  }
  return {
    id,
    ask,
    stream: (path, signal, headers = {}) =>
      fetch(`${url}/api/v1${path}`, { signal, headers: { ...identity, ...headers } }),
    async upload(path, name, content, key = randomUUID()) {
      const body = new FormData()
      body.append('file', new File([content], name))
      const headers = { ...identity, 'idempotency-key': key }
      const response = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body })
      return { status: response.status, headers: response.headers, body: await response.json() }
    },
    async download(path) {
      const response = await fetch(`${url}/api/v1${path}`, { headers: identity })
      return { status: response.status, headers: response.headers, bytes: await response.bytes() }
    },
    get: (path) => ask('GET', path),
    post: (path, body = {}, key = randomUUID()) => ask('POST', path, { body, key }),
    put: (path, body = {}, key = randomUUID()) => ask('PUT', path, { body, key }),
  }
}
