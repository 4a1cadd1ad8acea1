/** What the parts of a drawing are called, in the reader's language, where the file has no name for them. */
export type BpmnNames = {
  start: string
  end(outcome: 'won' | 'lost'): string
  step: string
  decision: string
  otherwise: string
  handler: string
  lane: string
  support(step: string): string
  /** What happens, where an event says only what triggers it. */
  trigger(kind: string | undefined): string
}
