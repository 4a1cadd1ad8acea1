import { canonicalJson, type Place, type ProcessModel, type Stage, type SupportTrigger, type ValueType } from '#engine'
import { putInChain, putInModel } from './chain-commands.ts'
import { lacking, without } from './lists.ts'
import { addStage, putPart, removeStage } from './stage-commands.ts'

type Kind = Place['kind']
type Members = Record<string, unknown>

/** A drawing with one thing drawn as another kind; what names it is as it was. `unsaid` is what it says no more. */
export type Drawn = { model: ProcessModel; place: Place; unsaid: Members }

const partLists = { element: 'elements', commitment: 'commitments', action: 'actions', support: 'support' } as const
type PartKind = keyof typeof partLists

const isPart = (kind: Kind): kind is PartKind => kind in partLists

export function otherwiseDrawn(
  model: ProcessModel,
  was: Place,
  is: { kind: Kind; id: string },
  unnamed: string,
): Drawn | undefined {
  if (was.kind === 'note') return stageOfNote(model, was.id, is.id, unnamed)
  if (was.kind === 'stage') return noteOfStage(model, was.id, is.id)
  if (was.kind === 'layer') return besideALayer(model, was.id, is.id)
  if (was.kind === 'specialist') return asALayer(model, was.id, is.id)
  const stage = was.stage ?? model.stages[0]?.id
  const [list, bare] = takenOut(model, was)
  const old = list?.find(({ id }) => id === was.id)
  if (!old || stage === undefined) return undefined
  const drawn = drawPart(bare, stage, is, old)
  return drawn && { ...drawn, unsaid: unsaidBy(old, drawn.item) }
}

/** The list in which a part stands, and the drawing without it. */
function takenOut(
  model: ProcessModel,
  { kind, id, stage }: Place,
): [{ id: string; name: string }[] | undefined, ProcessModel] {
  if (kind === 'attribute') return [model.attributes, { ...model, attributes: without(model.attributes, id) }]
  if (!isPart(kind)) return [undefined, model]
  const list = partLists[kind]
  const stages = model.stages.map(
    (one): Stage => (one.id === stage ? { ...one, [list]: without<{ id: string }>(one[list], id) } : one),
  )
  return [model.stages.find((one) => one.id === stage)?.[list], { ...model, stages }]
}

function drawPart(
  model: ProcessModel,
  stage: string,
  { kind, id }: { kind: Kind; id: string },
  old: Members & { name: string },
) {
  const named = { id, name: old.name }
  const value = (old.value as ValueType | undefined) ?? { kind: 'flag' as const }
  const asked = {
    required: (old.required as boolean | undefined) ?? true,
    grade: (old.grade as 'said' | undefined) ?? ('said' as const),
  }
  const from = (old.from as string[] | undefined) ?? (old.role === undefined ? [] : [String(old.role)])
  const brings = (old.brings as string[] | undefined) ?? []
  const due = old.due === undefined ? {} : { due: old.due as NonNullable<SupportTrigger['due']> }
  const place: Place = { kind, id, ...(isPart(kind) && { stage }) }
  switch (kind) {
    case 'element': {
      const item = { ...named, value, ...asked, from }
      return { model: putPart(model, { stage, part: 'elements', item }), place, item }
    }
    case 'commitment': {
      const [role] = from
      const item = { ...named, ...asked, ...(role !== undefined && { role }) }
      return { model: putPart(model, { stage, part: 'commitments', item }), place, item }
    }
    case 'action': {
      const item = { ...named, brings, required: asked.required, ...due }
      return { model: putPart(model, { stage, part: 'actions', item }), place, item }
    }
    case 'support': {
      const elements = new Set(model.stages.flatMap((one) => one.elements.map((element) => element.id)))
      const [only, ...others] = model.departments
      const item = {
        ...named,
        blocks: false,
        brings: brings.filter((id) => elements.has(id)),
        ...due,
        ...(only && others.length === 0 && { department: only.id }),
      }
      return { model: putPart(model, { stage, part: 'support', item }), place, item }
    }
    case 'attribute': {
      const item = { ...named, value }
      return { model: putInModel(model, { part: 'attributes', item }), place, item }
    }
    default:
      return undefined
  }
}

/** What goes without saying: whatever a thing has that nobody said anything of. */
const usual: Members = {
  required: true,
  grade: 'said',
  from: [],
  brings: [],
  blocks: false,
  value: { kind: 'flag' },
  rule: { kind: 'all' },
  description: '',
  join: 'any',
}

/** Members of the one that the other does not have; of a list, what is missing from it. */
function unsaidBy(old: Members, young: Members): Members {
  const givers = new Set([...((young.from as string[] | undefined) ?? []), young.role])
  return Object.fromEntries(
    Object.entries(old).flatMap(([member, value]): [string, unknown][] => {
      if (['id', 'name'].includes(member) || value === undefined || isEqual(value, usual[member])) return []
      if (member === 'role' || member === 'from') {
        const silent = [value].flat().filter((role) => !givers.has(role as string))
        return silent.length > 0 ? [[member, member === 'role' ? value : silent]] : []
      }
      const now = young[member]
      if (isEqual(value, now)) return []
      return [[member, Array.isArray(value) && Array.isArray(now) ? value.filter((one) => !now.includes(one)) : value]]
    }),
  )
}

const isEqual = (one: unknown, other: unknown) => canonicalJson(one ?? null) === canonicalJson(other ?? null)

/** A layer that signs no more by itself but beside its neighbour above, or beneath where it was the decider's. */
function besideALayer(model: ProcessModel, was: string, id: string): Drawn | undefined {
  const { layers, specialists, roles } = model.chain
  const at = layers.findIndex((one) => one.id === was)
  const old = layers[at]
  const beside = (layers[at + 1] ?? layers[at - 1])?.id
  if (!old || beside === undefined) return undefined
  const { rule, ...kept } = old
  const chain = {
    ...model.chain,
    layers: without(layers, was),
    specialists: specialists.map((one) => (one.layer === was ? { ...one, layer: beside } : one)),
    roles: roles.map((role) => (role.layer === was ? { ...lacking(role, 'layer'), specialist: id } : role)),
  }
  const item = { ...kept, id, layer: beside }
  return {
    model: putInChain({ ...model, chain }, { part: 'specialists', item }),
    place: { kind: 'specialist', id },
    unsaid: unsaidBy({ rule }, {}),
  }
}

/** A department beside a layer that becomes one of its own, right above it. */
function asALayer(model: ProcessModel, was: string, id: string): Drawn | undefined {
  const { layers, specialists, roles } = model.chain
  const old = specialists.find((one) => one.id === was)
  if (!old) return undefined
  const { layer, ...kept } = old
  const above = layers.findIndex((one) => one.id === layer) + 1 || layers.length
  const chain = {
    ...model.chain,
    layers: layers.toSpliced(above, 0, { ...kept, id, rule: { kind: 'all' } }),
    specialists: without(specialists, was),
    roles: roles.map((role) => (role.specialist === was ? { ...lacking(role, 'specialist'), layer: id } : role)),
  }
  return { model: { ...model, chain }, place: { kind: 'layer', id }, unsaid: {} }
}

const longest = { name: 200, text: 2000 }

/** The first line is the name; where it is too long for one, all of it is the description. */
function stageOfNote(model: ProcessModel, was: string, id: string, unnamed: string): Drawn | undefined {
  const note = model.notes.find((one) => one.id === was)
  if (!note) return undefined
  const [first = '', ...lines] = note.text.trim().split('\n')
  const name = first.trim().slice(0, longest.name) || unnamed
  const description = (first.trim().length > longest.name ? note.text : lines.join('\n')).trim()
  const drawn = addStage({ ...model, notes: without(model.notes, was) }, { id, name, position: note.at })
  const stages = drawn.stages.map((one) => (one.id === id ? { ...one, description } : one))
  return { model: { ...drawn, stages }, place: { kind: 'stage', id }, unsaid: {} }
}

/** Name and description are the note's text. All else of a stage has no place in a note: its parts and lines go with it. */
function noteOfStage(model: ProcessModel, was: string, id: string): Drawn | undefined {
  const stage = model.stages.find((one) => one.id === was)
  if (!stage) return undefined
  const whole = [stage.name, stage.description].filter(Boolean).join('\n')
  const text = whole.slice(0, longest.text)
  const { elements: _, commitments: __, actions: ___, support: ____, description, ...said } = stage
  const at = model.layout[was] ?? { x: 0, y: 0 }
  const drawn = putInModel(removeStage(model, was), { part: 'notes', item: { id, text, at } })
  return {
    model: drawn,
    place: { kind: 'note', id },
    unsaid: unsaidBy({ ...said, ...(text !== whole && { description }) }, {}),
  }
}
