import type { Operator, ProcessModelDraft, Test } from '#engine'

type StageDraft = NonNullable<ProcessModelDraft['stages']>[number]
type TransitionDraft = NonNullable<ProcessModelDraft['transitions']>[number]

/** Need stated → Contract signed, and nothing more: a test draws only what it is about. */
export function aDrawing({
  need,
  signed,
  ...rest
}: Partial<ProcessModelDraft> & { need?: Partial<StageDraft>; signed?: Partial<StageDraft> }): ProcessModelDraft {
  return {
    formatVersion: 1,
    name: 'Drawing',
    stages: [
      { ...aStage('need'), name: 'Need stated', ...need },
      { ...aStage('signed'), name: 'Contract signed', end: 'won', ...signed },
    ],
    transitions: [aWay('need', 'signed')],
    ...rest,
  }
}

export const aStage = (id: string, drawn: Partial<StageDraft> = {}): StageDraft => ({ id, name: id, ...drawn })

export const aWay = (from: string, to: string, drawn: Partial<TransitionDraft> = {}): TransitionDraft => ({
  id: `${from}-${to}`,
  from,
  to,
  ...drawn,
})

export const ask = (fact: string, operator: Operator, value: Test['value'] = true): Test => ({ fact, operator, value })

/** One attribute of each type that conditions can ask about, and the element and commitment of a first stage. */
export const factsToAskFor = {
  attributes: [
    { id: 'urgent', name: 'Urgent', value: { kind: 'flag' } },
    { id: 'amount', name: 'Amount', value: { kind: 'money' } },
    { id: 'seats', name: 'Seats', value: { kind: 'number' } },
    { id: 'deadline', name: 'Deadline', value: { kind: 'date' } },
    { id: 'region', name: 'Region', value: { kind: 'text' } },
    { id: 'size', name: 'Size', value: { kind: 'choice', options: ['small', 'large'] } },
  ],
} satisfies Partial<ProcessModelDraft>
