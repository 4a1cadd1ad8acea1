/** How webhooks leave. */
export type WebhookSettings = {
  /** Whether they may go to addresses of our own network, and without TLS. */
  mayBePrivate: boolean
  /** After how many milliseconds one is tried again, one for each attempt that failed. */
  retryAfterMs: number[]
  /** After how many milliseconds in which nothing arrived an address is disabled. */
  disableAfterMs: number
}

const [second, minute, hour] = [1000, 60_000, 3_600_000]

/** As Standard Webhooks advises: at once, then ever more slowly for some three days; an address that fails for five is disabled. */
export const usualWebhooks: WebhookSettings = {
  mayBePrivate: false,
  retryAfterMs: [5 * second, 5 * minute, 30 * minute, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hour)],
  disableAfterMs: 5 * 24 * hour,
}
