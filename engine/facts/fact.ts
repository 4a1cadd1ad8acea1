import type { Scalar } from '../model/condition.ts'
import type { ValueType } from '../model/value-type.ts'

/** Where a fact comes from. Observed ones are brought by people; the others follow from the deal itself. */
export type FactOrigin =
  | { kind: 'attribute'; id: string }
  | { kind: 'element'; id: string; stage: string }
  | { kind: 'commitment'; id: string; stage: string; role: string | undefined }
  | { kind: 'grade'; of: string }
  | { kind: 'days-since'; of: string }
  | { kind: 'layer'; id: string }
  | { kind: 'support'; id: string; department: string | undefined }
  | { kind: 'action'; id: string; stage: string }
  | { kind: 'objections' }
  | { kind: 'style' }
  | { kind: 'deal' }
  | { kind: 'lead' }
  | { kind: 'lead-field' }
  | { kind: 'tag' }

/** One thing that conditions can ask about. */
export type Fact = { name: string; label: string; value: ValueType; origin: FactOrigin }

/** Facts known at a moment, by name. A fact that is absent is unknown, which is not the same as false. */
export type KnownFacts = Readonly<Record<string, Scalar>>

/** The names of facts, in one place. */
export const factName = {
  attribute: (id: string) => `attribute.${id}`,
  element: (id: string) => `element.${id}`,
  commitment: (id: string) => `commitment.${id}`,
  grade: (fact: string) => `grade.${fact}`,
  daysSince: (fact: string) => `days-since.${fact}`,
  layer: (id: string) => `layer.${id}`,
  signature: (signer: string) => `signature.${signer}`,
  support: (id: string) => `support.${id}`,
  action: (id: string) => `action.${id}`,
  /** What was learnt on a deal without a model, in the words of whoever noted it. */
  noted: (words: string) => `${notedBefore}${words}`,
  openObjections: 'objections.open',
  style: 'style',
  threshold: (id: string) => `threshold.${id}`,
  segment: 'deal.segment',
  owner: 'deal.owner',
  account: 'deal.account',
  request: 'deal.request',
  stage: 'deal.stage',
} as const

const notedBefore = 'noted.'

/** The words of a noted fact; nothing for any other. */
export const wordsOfNoted = (name: string): string | undefined =>
  name.startsWith(notedBefore) && name.length > notedBefore.length ? name.slice(notedBefore.length) : undefined

/** The id of the threshold that a comparison names. */
export const idOfThreshold = (name: string): string => name.slice('threshold.'.length)
