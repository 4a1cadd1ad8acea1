import type { Element, Stage } from '#engine'
import { freshId } from '../../commands/identify.ts'
import type { Bpmn } from './bpmn.ts'
import type { BpmnNames } from './bpmn-names.ts'
import type { LeavingOut } from './left-out.ts'

/** Makes the parts of a drawing with ids and names of their own, and remembers what of the file did not fit. */
export type Parts = {
  names: BpmnNames
  leave: LeavingOut['leave']
  freshId(kind: string, name: string): string
  /** A name that nothing else of its kind has. */
  uniquely(kind: 'stage' | 'observed' | 'role' | 'department', name: string): string
  stage(name: string, more?: Partial<Stage>): Stage
  /** Something that a step asks for, from the role that it is for. `called` is what its id is made of. */
  element(step: Bpmn, name: string, more?: Partial<Element>, called?: string): Element
  /** At most so many characters; what is cut is told. */
  shortened(text: string, atMost: number): string
  /** What is written beside a step. */
  noteOn(step: Bpmn): string
  isKnown(stage: Stage): boolean
}

/** `taken` are ids and names of a drawing that the parts are to join. */
export function createParts(
  { leave }: LeavingOut,
  names: BpmnNames,
  about: Pick<Parts, 'noteOn' | 'isKnown'> & { roleOf(step: Bpmn): string },
  taken: { ids: Set<string>; names: readonly [kind: string, name: string][] },
): Parts {
  const called = new Set(taken.names.map(([kind, name]) => `${kind} ${spoken(name)}`))

  function shortened(text: string, atMost: number): string {
    const short = text.slice(0, atMost).trim()
    if (short.length < text.trim().length) leave('name-shortened', `${text.slice(0, 40)}…`)
    return short
  }
  const parts: Parts = {
    ...about,
    names,
    leave,
    shortened,
    freshId(kind, name) {
      const id = freshId(taken.ids, kind, name)
      taken.ids.add(id)
      return id
    },
    uniquely(kind, name) {
      const short = shortened(name, 190)
      let unique = short
      for (let n = 2; called.has(`${kind} ${spoken(unique)}`); n++) unique = `${short} (${n})`
      called.add(`${kind} ${spoken(unique)}`)
      return unique
    },
    stage(wanted, more) {
      const name = parts.uniquely('stage', wanted)
      const id = parts.freshId('stage', name)
      const bare = { description: '', elements: [], commitments: [], actions: [], support: [], join: 'any' as const }
      return { ...bare, ...more, id, name }
    },
    element(step, wanted, more, called = wanted) {
      const name = parts.uniquely('observed', wanted)
      const from = [about.roleOf(step)]
      const id = parts.freshId('element', called)
      return { id, name, value: { kind: 'flag' }, required: true, grade: 'said', from, ...more }
    },
  }
  return parts
}

/** Names that differ in case, width or spaces only sound the same. */
const spoken = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
