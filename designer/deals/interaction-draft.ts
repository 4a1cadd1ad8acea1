import type { Grade, Scalar } from '#engine'
import type { AttachedFile } from '#engine/deal'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import type { Ask } from './asks.ts'

export const interactionKinds = ['visit', 'call', 'meeting', 'mail'] as const
export type InteractionKind = (typeof interactionKinds)[number]

export type Learnt = {
  value?: Scalar | undefined
  grade: Grade
  saidBy?: string
  evidence?: string
  files?: AttachedFile[]
}

/** An interaction while it is being written. Without `at` it is happening now; `learnt` is by fact. */
export type InteractionDraft = {
  kind: InteractionKind
  at?: string
  note: string
  participants: string[]
  files?: AttachedFile[]
  learnt: Record<string, Learnt>
  /** Facts that are noted for the first time, on a deal without a model. */
  noted?: Ask[]
}

export const emptyDraft = (): InteractionDraft => ({ kind: 'visit', note: '', participants: [], learnt: {} })

/** A fact that was just picked: what is got or given is so until somebody says otherwise. */
export const justPicked = (ask: Ask): Learnt => ({
  grade: 'said',
  ...(ask.value.kind === 'flag' && { value: true }),
})

/** Whoever is taken to have said it: the only one who was there, or the one whose promise it is. */
export function likelySpeaker(ask: Ask, participants: string[]): string | undefined {
  if (ask.kind === 'commitment') return ask.roles[0]
  return participants.length === 1 ? participants[0] : undefined
}

/** Picked facts that still have no value. */
export const unanswered = ({ learnt }: InteractionDraft): string[] =>
  Object.entries(learnt).flatMap(([fact, { value }]) => (value === undefined ? [fact] : []))

/** The draft as the step that it becomes. Facts that the model does not ask for are left out. */
export function asInteraction(draft: InteractionDraft, asks: Ask[], now: string): StepBodies['interactions'] {
  const { kind, note, participants, files, learnt } = draft
  const observations = asks.flatMap((ask) => {
    const { value, grade, saidBy, evidence, files } = learnt[ask.fact] ?? {}
    if (value === undefined || grade === undefined) return []
    const speaker = saidBy?.trim() || likelySpeaker(ask, participants)
    return [
      {
        fact: ask.fact,
        value,
        grade,
        ...(speaker && { saidBy: speaker }),
        ...(evidence?.trim() && { evidence: evidence.trim() }),
        ...idsOf(files),
      },
    ]
  })
  const at = draft.at ? new Date(draft.at).toISOString() : now
  return { interaction: { kind, at, note: note.trim(), participants, ...idsOf(files) }, observations }
}

const idsOf = (files: AttachedFile[] = []) => files.length > 0 && { files: files.map(({ id }) => id) }
