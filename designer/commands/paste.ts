import {
  type BuyingRole,
  type DecisionChain,
  nameKey,
  type Part,
  type Place,
  type Position,
  type ProcessModel,
  partsOf,
  type Stage,
} from '#engine'
import { type Clip, isCopied, ownerKind } from './clip.ts'
import { freeId } from './identify.ts'
import { having } from './lists.ts'
import { renamed } from './renamed.ts'
import { movedRoutes, withRoutes } from './routes.ts'

/** `into` is the stage that takes copied parts; without it they go where they came from. `at` is where the first stage is to stand. */
export type Destination = { into?: string | undefined; at?: Position | undefined }

const step = 40

/** What a paste draws where the other drawing has nothing of that name; a layer would change who signs, so it is not drawn. */
const drawnAlong: readonly Place['kind'][] = ['role', 'department', 'attribute', 'threshold']

/**
 * A model with a clip drawn into it, under ids and names that are free there, and the places of what is new. What the clip
 * names but did not copy is the thing of that name in this drawing; a role, department, attribute or threshold that it
 * lacks comes along. Nothing is pasted where copied parts find no stage.
 */
export function paste(
  model: ProcessModel,
  clip: Clip,
  { into, at }: Destination = {},
): { model: ProcessModel; places: Place[] } | undefined {
  const fates = fatesOf(model, clip, into)
  if (!fates) return undefined
  const of = (kind: Place['kind'], id: string): Fate | undefined => fates.get(`${kind} ${id}`)
  const drawn = renamed(clip.model, {
    id: (kind, id) => of(kind, id)?.id ?? id,
    name: (kind, id, name) => of(kind, id)?.name ?? name,
  })
  const isNew = (kind: Place['kind'], id: string) => fresh.has(`${kind} ${id}`)
  const fresh = new Set([...fates].flatMap(([key, fate]) => (fate.isNew ? `${key.split(' ')[0]} ${fate.id}` : [])))
  const more = <Item extends { id: string }>(kind: Place['kind'], items: readonly Item[], added: readonly Item[]) => [
    ...items,
    ...added.filter(({ id }) => isNew(kind, id)),
  ]
  const shifted = shiftFor(model, drawn, at)
  const carriers = drawn.stages.filter(({ id }) => !isNew('stage', id))
  const { chain } = model
  const chainSeats = {
    layers: more('layer', chain.layers, drawn.chain.layers),
    specialists: more('specialist', chain.specialists, drawn.chain.specialists),
  }
  const next: ProcessModel = {
    ...model,
    attributes: more('attribute', model.attributes, drawn.attributes),
    thresholds: more('threshold', model.thresholds, drawn.thresholds),
    stages: more('stage', model.stages, drawn.stages).map((stage) =>
      withParts(
        stage,
        carriers.filter(({ id }) => id === stage.id),
      ),
    ),
    transitions: more('transition', model.transitions, drawn.transitions),
    departments: more('department', model.departments, drawn.departments),
    objectionTypes: more('objection-type', model.objectionTypes, drawn.objectionTypes),
    chain: {
      ...chain,
      ...chainSeats,
      roles: more(
        'role',
        chain.roles,
        drawn.chain.roles.map((role) => seatedIn(chainSeats, role)),
      ),
      styles: more('style', chain.styles, drawn.chain.styles),
    },
    notes: more(
      'note',
      model.notes,
      drawn.notes.map((note) => ({ ...note, at: shifted(note.at) })),
    ),
    layout: {
      ...model.layout,
      ...Object.fromEntries(Object.entries(drawn.layout).map(([id, place]) => [id, shifted(place)])),
    },
  }
  const led = withRoutes(next, { ...model.routes, ...movedRoutes(drawn, shifted).routes })
  const places = clip.copied.flatMap((place) => placeAfter(place, of, into) ?? [])
  return { model: led, places }
}

function withParts(stage: Stage, carriers: readonly Stage[]): Stage {
  if (carriers.length === 0) return stage
  const all = <Item>(items: (one: Stage) => readonly Item[]): Item[] => [stage, ...carriers].flatMap(items)
  return {
    ...stage,
    elements: all(({ elements }) => elements),
    commitments: all(({ commitments }) => commitments),
    actions: all(({ actions }) => actions),
    support: all(({ support }) => support),
  }
}

/** A role whose seat is not drawn here stands beside the chain. */
function seatedIn(
  { layers, specialists }: Pick<DecisionChain, 'layers' | 'specialists'>,
  role: BuyingRole,
): BuyingRole {
  const layer = layers.find(({ id }) => id === role.layer)?.id
  const specialist = specialists.find(({ id }) => id === role.specialist)?.id
  return having(having(role, 'layer', layer), 'specialist', specialist)
}

/** What becomes of a thing of a clip: another id and name, and whether it is drawn or there already. */
type Fate = { id: string; name: string; isNew: boolean }

function fatesOf(model: ProcessModel, { copied, model: source }: Clip, into: string | undefined) {
  const fates = new Map<string, Fate>()
  const ids = new Set([
    ...partsOf(model).map(({ place }) => idKey(place.kind, place.id)),
    ...model.transitions.map(({ id }) => idKey('transition', id)),
  ])
  const take = (kind: Place['kind'], wanted: string): string => {
    const id = freeId(wanted, (id) => ids.has(idKey(kind, id)))
    ids.add(idKey(kind, id))
    return id
  }
  const names = new Set(partsOf(model).map(nameKey))
  const isThere = (id: string | undefined) => model.stages.some((stage) => stage.id === id)
  const draw = (part: Part, owner?: string) => {
    const id = take(part.place.kind, part.place.id)
    const name = freeName(part, owner, names)
    names.add(nameKey({ ...part, name, ...(owner !== undefined && { owner }) }))
    fates.set(`${part.place.kind} ${part.place.id}`, { id, name, isNew: true })
  }
  for (const part of partsOf(source)) {
    const { kind, id } = part.place
    const key = `${kind} ${id}`
    if (isCopied(copied, part)) {
      draw(part, part.owner && fates.get(`${ownerKind(part.place)} ${part.owner}`)?.id)
      continue
    }
    if (kind === 'stage') {
      const carrier = isThere(into) ? into : id
      if (carrier === undefined || !isThere(carrier)) return undefined
      fates.set(key, { id: carrier, name: part.name, isNew: false })
      continue
    }
    const there = sameIn(model, part)
    if (there) fates.set(key, { id: there.place.id, name: there.name, isNew: false })
    else if (drawnAlong.includes(kind)) draw(part)
  }
  for (const { id } of source.transitions)
    fates.set(`transition ${id}`, { id: take('transition', id), name: '', isNew: true })
  return fates
}

/** Ids are unique within a kind; elements and commitments share theirs. */
const idKey = (kind: Place['kind'], id: string): string => `${kind === 'commitment' ? 'element' : kind} ${id}`

/** The thing that a clip means: of the same id and name, else of the same name. */
function sameIn(model: ProcessModel, part: Part): Part | undefined {
  const alike = partsOf(model).filter(({ place, name }) => place.kind === part.place.kind && name === part.name)
  return alike.find(({ place }) => place.id === part.place.id) ?? alike[0]
}

function freeName(part: Part, owner: string | undefined, names: ReadonlySet<string>): string {
  const isFree = (name: string) => !names.has(nameKey({ ...part, name, ...(owner !== undefined && { owner }) }))
  if (isFree(part.name)) return part.name
  const base = part.name.replace(/ \(\d+\)$/, '').slice(0, 194)
  for (let n = 2; ; n++) if (isFree(`${base} (${n})`)) return `${base} (${n})`
}

/** As they stood to each other, a step aside where something stands there already. */
function shiftFor(model: ProcessModel, drawn: ProcessModel, at: Position | undefined): (place: Position) => Position {
  const places = standing(drawn)
  const taken = new Set(standing(model).map(({ x, y }) => `${x} ${y}`))
  const by = at
    ? { x: at.x - Math.min(...places.map(({ x }) => x)), y: at.y - Math.min(...places.map(({ y }) => y)) }
    : { x: 0, y: 0 }
  const moved = ({ x, y }: Position): Position => ({ x: x + by.x, y: y + by.y })
  while (places.map(moved).some(({ x, y }) => taken.has(`${x} ${y}`))) {
    by.x += step
    by.y += step
  }
  return moved
}

const standing = ({ layout, notes }: ProcessModel): Position[] => [
  ...Object.values(layout),
  ...notes.map(({ at }) => at),
]

function placeAfter(
  place: Place,
  of: (kind: Place['kind'], id: string) => Fate | undefined,
  into: string | undefined,
): Place | undefined {
  const fate = of(place.kind, place.id)
  if (!fate) return undefined
  const stage = place.stage === undefined ? undefined : (of('stage', place.stage)?.id ?? into)
  return { kind: place.kind, id: fate.id, ...(stage !== undefined && { stage }) }
}
