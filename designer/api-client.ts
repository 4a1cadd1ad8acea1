import { z } from 'zod'
import { Refusal } from './refusal.ts'

const problemSchema = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  code: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
})

type Write = {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  /** Made anew where there is none; `none` for what can be done twice and is done often. */
  key?: string
  /** Is sent to the end, also where its page is closed meanwhile. */
  outlives?: boolean
}

/** The one place that talks to the API. Paths are below /api/v1; a write carries an Idempotency-Key. */
export async function callApi<Answer>(path: string, write?: Write): Promise<Answer> {
  const isForm = write?.body instanceof FormData
  const response = await fetch(`/api/v1${path}`, {
    method: write?.method ?? 'GET',
    credentials: 'same-origin',
    keepalive: write?.outlives ?? false,
    headers: {
      accept: 'application/json',
      ...(write && write.key !== 'none' && { 'idempotency-key': write.key ?? newId() }),
      ...(write && !isForm && { 'content-type': 'application/json' }),
    },
    ...(write?.body !== undefined && { body: isForm ? (write.body as FormData) : JSON.stringify(write.body) }),
  })
  const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined)
  if (response.ok) return body as Answer
  const problem = problemSchema.safeParse(body)
  const sentence =
    problem.data?.detail ?? problem.data?.title ?? `The server answered ${response.status}. Try again in a moment.`
  throw new Refusal(response.status, problem.data?.code ?? 'UNEXPECTED', sentence, problem.data?.details)
}

export const post = <Answer>(path: string, body: unknown = {}) => callApi<Answer>(path, { method: 'POST', body })
export const put = <Answer>(path: string, body: unknown) => callApi<Answer>(path, { method: 'PUT', body })

/** randomUUID is absent where the page is served without TLS on another host than localhost. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
