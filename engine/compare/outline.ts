import type { Place } from '../check/finding.ts'
import { idDuplicate } from '../check/rules/id-duplicate.ts'
import { say } from '../check/sentences.ts'
import { DomainError } from '../domain-error.ts'
import type { Position, Route } from '../model/note.ts'
import type { ProcessModel } from '../model/process-model.ts'

export type Kind = Place['kind']
type Members = Record<string, unknown>

/** The lists that things hold, by the kind of what stands in them, in the order in which changes are told. */
export const lists: Partial<Record<Kind, Partial<Record<Kind, readonly string[]>>>> = {
  model: {
    stage: ['stages'],
    transition: ['transitions'],
    layer: ['chain', 'layers'],
    specialist: ['chain', 'specialists'],
    role: ['chain', 'roles'],
    style: ['chain', 'styles'],
    department: ['departments'],
    'objection-type': ['objectionTypes'],
    attribute: ['attributes'],
    threshold: ['thresholds'],
    scenario: ['scenarios'],
    note: ['notes'],
  },
  stage: { element: ['elements'], commitment: ['commitments'], action: ['actions'], support: ['support'] },
  'objection-type': { support: ['support'] },
}

/** A thing of a drawing without its parts. `in` is what it is a part of; members are named by their path. */
export type Thing = { place: Place; in: Place; members: Readonly<Members> }

/** A drawing taken apart: its things by key, the order of each list, and where stages stand and lines run on the canvas. */
export type Outline = {
  things: Map<string, Thing>
  orders: Map<string, string[]>
  layout: Map<string, Laid>
}

/** Where a stage stands, or how a hand leads a line. */
type Laid = { place: Place; at: Position | Route }

export const modelPlace: Place = { kind: 'model', id: 'model' }
/** Ids are unique within a kind. */
export const keyOf = ({ kind, id }: Pick<Place, 'kind' | 'id'>): string => `${kind} ${id}`
export const listKeyOf = (owner: Place, kind: Kind): string => `${keyOf(owner)}/${kind}`
/** The lists of a thing: the kind of what stands in each, and its path. */
export const listsOf = ({ kind }: Place) => Object.entries(lists[kind] ?? {}) as [Kind, readonly string[]][]

/**
 * Takes a drawing apart.
 * @throws DomainError MODEL_HAS_ERRORS where two things of one kind have the same id: nobody could tell which is which.
 */
export function outlineOf(model: ProcessModel): Outline {
  const [twice] = idDuplicate(model)
  if (twice) throw new DomainError('MODEL_HAS_ERRORS', say('id-duplicate', twice.values), { id: twice.place.id })
  const { layout, routes = {}, ...content } = model
  const laid = [
    ...Object.entries(layout).map(([id, at]): Laid => ({ place: { kind: 'stage', id }, at })),
    ...Object.entries(routes).map(([id, at]): Laid => ({ place: { kind: 'transition', id }, at })),
  ]
  const outline: Outline = {
    things: new Map(),
    orders: new Map(),
    layout: new Map(laid.map((one) => [keyOf(one.place), one])),
  }
  takeApart(outline, modelPlace, modelPlace, content)
  return outline
}

/** Puts a drawing together again. */
export function modelOf(outline: Outline): ProcessModel {
  const laid = (kind: Kind) =>
    Object.fromEntries(
      [...outline.layout.values()].flatMap(({ place, at }) => (place.kind === kind ? [[place.id, at]] : [])),
    )
  const routes = laid('transition')
  return {
    ...contentOf(outline, modelPlace),
    layout: laid('stage'),
    ...(Object.keys(routes).length > 0 && { routes }),
  } as unknown as ProcessModel
}

/** A thing with all its parts, as it is drawn; undefined where the drawing does not have it. */
export function contentOf({ things, orders }: Outline, place: Place): Members | undefined {
  const thing = things.get(keyOf(place))
  if (!thing) return undefined
  const drawn: Members = {}
  for (const [path, value] of Object.entries(thing.members)) put(drawn, path.split('.'), value)
  for (const [kind, path] of listsOf(place)) {
    const ids = orders.get(listKeyOf(place, kind)) ?? []
    put(
      drawn,
      path,
      ids.map((id) => contentOf({ things, orders, layout: new Map() }, { kind, id })),
    )
  }
  return drawn
}

function takeApart(outline: Outline, place: Place, owner: Place, drawn: Members): void {
  outline.things.set(keyOf(place), {
    place,
    in: owner,
    members: membersOf(
      drawn,
      listsOf(place).map(([, path]) => path),
    ),
  })
  for (const [kind, path] of listsOf(place)) {
    const items = path.reduce<unknown>((at, name) => (at as Members)[name], drawn) as { id: string }[]
    outline.orders.set(
      listKeyOf(place, kind),
      items.map(({ id }) => id),
    )
    for (const item of items) takeApart(outline, placeIn(place, kind, item.id), place, item)
  }
}

/** The place of a thing within another. */
export const placeIn = (owner: Place, kind: Kind, id: string): Place =>
  owner.kind === 'stage' ? { kind, id, stage: owner.id } : { kind, id }

/** All that a thing says itself. What holds one of its lists (the decision chain) is gone through; a value is taken whole. */
function membersOf(drawn: Members, held: (readonly string[])[]): Members {
  return Object.fromEntries(
    Object.entries(drawn).flatMap(([name, value]): [string, unknown][] => {
      const below = held.filter(([first]) => first === name).map(([, ...rest]) => rest)
      if (value === undefined || below.some((path) => path.length === 0)) return []
      if (below.length === 0) return [[name, value]]
      return Object.entries(membersOf(value as Members, below)).map(([path, member]) => [`${name}.${path}`, member])
    }),
  )
}

function put(drawn: Members, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    drawn[name] = value
    return
  }
  drawn[name] ??= {}
  put(drawn[name] as Members, rest, value)
}
