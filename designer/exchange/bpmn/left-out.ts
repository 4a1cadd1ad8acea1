/** What of a BPMN file has no place in a drawing, or was taken for something that it may not be. Each is told in a sentence. */
export const leftOutKinds = [
  'other-pools',
  'outcome-guessed',
  'role-guessed',
  'way-back-to-itself',
  'decides-unsaid',
  'complex-decision',
  'too-many-ways',
  'event-at-border',
  'border-event-unused',
  'trigger',
  'inside-order',
  'event-subprocess',
  'called-process',
  'repeats',
  'compensation',
  'performer',
  'message',
  'support-due',
  'data',
  'note',
  'group',
  'name-shortened',
  'other-tools',
  'unreadable',
] as const
export type LeftOutKind = (typeof leftOutKinds)[number]

/** `names` are those of the elements concerned; an element without a name counts all the same. */
export type LeftOut = { kind: LeftOutKind; count: number; names: string[] }

/** Collects what is left out, by kind, in the order of `leftOutKinds`. */
export type LeavingOut = { leave(kind: LeftOutKind, name?: string): void; leftOut(): LeftOut[] }

export function leavingOut(): LeavingOut {
  const left = new Map<LeftOutKind, LeftOut>()
  return {
    leave(kind, name = '') {
      const { count, names }: Omit<LeftOut, 'kind'> = left.get(kind) ?? { count: 0, names: [] }
      const isNew = name !== '' && !names.includes(name)
      left.set(kind, { kind, count: count + 1, names: isNew ? [...names, name] : names })
    },
    leftOut: () => leftOutKinds.flatMap((kind) => left.get(kind) ?? []),
  }
}
