/** What the API refused, in its own sentence (RFC 9457). */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly details: Record<string, unknown>

  constructor(status: number, code: string, sentence: string, details: Record<string, unknown> = {}) {
    super(sentence)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.details = details
  }
}
