import type { List } from './every-list.ts'
import { type Actor, actors, addressOf, password } from './make-lists.ts'

/** The API over a database that was filled, and the sessions of those who ask it. */
export type Asked = { url: string; cookies: Record<Actor, string> }

/** Everybody's session. */
export async function signIn(url: string): Promise<Asked> {
  const cookies: Partial<Record<Actor, string>> = {}
  for (const actor of Object.keys(actors) as Actor[]) {
    const answer = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ email: addressOf(actor), password }),
    })
    if (!answer.ok) throw new Error(`${actor} could not sign in: ${answer.status} ${await answer.text()}`)
    cookies[actor] = answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  }
  return { url, cookies: cookies as Record<Actor, string> }
}

/** Asks once; an answer that is no list is no figure. */
export async function ask({ url, cookies }: Asked, { actor, path }: List): Promise<number> {
  const answer = await fetch(`${url}/api/v1${path}`, { headers: { cookie: cookies[actor] } })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path} for ${actor} was answered ${answer.status}: ${text.slice(0, 500)}`)
  return Buffer.byteLength(text)
}
