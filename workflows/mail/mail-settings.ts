/** How mails leave: by which server, from whom. */
export type MailSettings = {
  /** `smtp://user:password@host:port`, or `smtps:`. */
  server: string
  from: string
  /** After how many milliseconds a mail is tried again, one for each attempt that failed; a default of some 16 hours. */
  retryAfterMs?: number[]
}

const minute = 60_000
/** Quickly at first, for a server that restarts; then through a night in which nobody looks. */
export const usualRetriesMs = [1, 2, 4, 8, 15, 30, 60, 120, 240, 240, 240].map((minutes) => minutes * minute)
