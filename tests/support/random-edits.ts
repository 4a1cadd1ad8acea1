import fc from 'fast-check'
import { type ProcessModel, processModelSchema } from '#engine'

type Item = { id: string; name?: string; [member: string]: unknown }
type List = { of: string; items: Item[] }

const kinds = ['rename', 'remove', 'shift', 'add', 'move', 'lay-out', 'ask', 'describe'] as const

/** One thing that a person does to a drawing; numbers choose what to do it to. */
export type Edit = { kind: (typeof kinds)[number]; at: number; to: number; word: string }

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...kinds),
  at: fc.nat(999),
  to: fc.nat(999),
  word: fc.constantFrom('Trial', 'Round', 'Tender'),
})
export const anyEdits = (maxLength: number): fc.Arbitrary<Edit[]> => fc.array(anyEdit, { maxLength })

/** A drawing after somebody worked on it. */
export function edited(model: ProcessModel, edits: readonly Edit[]): ProcessModel {
  const draft = structuredClone(model)
  for (const edit of edits) carryOut(draft, edit)
  return processModelSchema.parse(draft)
}

function carryOut(draft: ProcessModel, { kind, at, to, word }: Edit): void {
  const lists = listsOf(draft)
  const list = pick(lists, at)
  switch (kind) {
    case 'rename': {
      const item = pick(list.items, to)
      if (item && list.of === 'transitions') item.to = word.toLowerCase()
      else if (item && list.of === 'notes') item.text = word
      else if (item) item.name = word
      break
    }
    case 'remove':
      list.items.splice(to % (list.items.length + 1), 1)
      break
    case 'shift': {
      const [item] = list.items.splice(at % (list.items.length || 1), 1)
      if (item) list.items.splice(to % (list.items.length + 1), 0, item)
      break
    }
    case 'add': {
      const id = `${list.of.toLowerCase()}-${to % 3}`
      const isTaken = lists.some(({ of, items }) => of === list.of && items.some((item) => item.id === id))
      if (!isTaken) list.items.splice(to % (list.items.length + 1), 0, fresh(list.of, id, word))
      break
    }
    case 'move': {
      const target = pick(
        lists.filter(({ of }) => of === list.of),
        to,
      )
      const [item] = list.items.splice(to % (list.items.length || 1), 1)
      if (item) target.items.splice(at % (target.items.length + 1), 0, item)
      break
    }
    case 'lay-out':
      if (at % 4 === 0) delete draft.layout[pick(Object.keys(draft.layout), to) ?? '']
      else draft.layout[pick(draft.stages, to)?.id ?? 'gone'] = { x: at % 3, y: to % 3 }
      break
    case 'ask': {
      const stage = pick(draft.stages, to)
      if (stage && at % 3 === 0) delete stage.exit
      else if (stage) stage.exit = { not: { any: [{ fact: 'f0', operator: 'isKnown', value: at % 2 === 0 }] } }
      break
    }
    case 'describe':
      draft.description = word
      break
  }
}

/** Nothing of a list that may be empty; the type says so where it matters. */
const pick = <One>(from: readonly One[], n: number): One => from[n % (from.length || 1)] as One

function listsOf({ chain, ...model }: ProcessModel): List[] {
  const here = (lists: object): List[] => Object.entries(lists).map(([of, items]) => ({ of, items }))
  const { stages, transitions, departments, objectionTypes, attributes, notes } = model
  return [
    ...here({ stages, transitions, departments, objectionTypes, attributes, notes }),
    ...here({ layers: chain.layers, specialists: chain.specialists, roles: chain.roles, styles: chain.styles }),
    ...stages.flatMap(({ elements, commitments, actions, support }) =>
      here({ elements, commitments, actions, support }),
    ),
    ...objectionTypes.flatMap(({ support }) => here({ support })),
  ]
}

/** A new thing with all that it has to have. */
function fresh(of: string, id: string, name: string): Item {
  switch (of) {
    case 'transitions':
      return { id, from: 's0', to: 's1' }
    case 'notes':
      return { id, text: name, at: { x: 0, y: 0 } }
    case 'elements':
    case 'attributes':
      return { id, name, value: { kind: 'flag' } }
    case 'roles':
      return { id, name, kind: 'handler' }
    case 'stages':
      return { id, name, elements: [], commitments: [], actions: [], support: [] }
    case 'objectionTypes':
      return { id, name, support: [] }
    case 'specialists':
      return { id, name, layer: 'l0' }
    default:
      return { id, name }
  }
}
