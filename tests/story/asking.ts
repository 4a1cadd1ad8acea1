import type { Page } from 'playwright-core'

/** What the person at a page asks of the API, in their own session. */
export function askingAs(page: Page) {
  return async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await page.request.fetch(`/api/v1${path}`, {
      method,
      headers: { origin: new URL(page.url()).origin, 'idempotency-key': crypto.randomUUID() },
      ...(body !== undefined && { data: body }),
    })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
}
