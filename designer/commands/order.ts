import { type Place, type ProcessModel, type Stage, unreachable } from '#engine'
import { putInModel } from './chain-commands.ts'
import { changeStage } from './stage-commands.ts'

type Item = { id: string }

/** The list that a thing stands in, the part of it that it can change places with, and the model with another such list. */
type Standing = { items: readonly Item[]; peers: readonly Item[]; put: (items: Item[]) => ProcessModel }

/** The ids of the things among which one has its place, from the first on; of layers the one next to the decider is first. */
export function peersOf(model: ProcessModel, place: Place): string[] {
  return standing(model, place)?.peers.map(({ id }) => id) ?? []
}

/** Moves things one place up (minus one) or down among their like; those at the edge, and what is behind them, stay. */
export function shiftPlaces(model: ProcessModel, places: readonly Place[], by: -1 | 1): ProcessModel {
  const at = (place: Place) => peersOf(model, place).indexOf(place.id)
  const isChosen = (kind: Place['kind'], id: string) => places.some((one) => one.kind === kind && one.id === id)
  return places
    .toSorted((a, b) => by * (at(b) - at(a)))
    .reduce((next, place) => {
      const order = peersOf(next, place)
      const from = order.indexOf(place.id)
      const neighbour = order[from + by]
      if (from < 0 || neighbour === undefined || isChosen(place.kind, neighbour)) return next
      return ordered(next, place, order.with(from, neighbour).with(from + by, place.id))
    }, model)
}

/** Moves a thing next to another of its like. */
export function putBeside(model: ProcessModel, place: Place, anchor: string, side: 'before' | 'after'): ProcessModel {
  const others = peersOf(model, place).filter((id) => id !== place.id)
  const at = others.indexOf(anchor)
  if (at < 0) return model
  return ordered(model, place, others.toSpliced(side === 'before' ? at : at + 1, 0, place.id))
}

/** The things between which a thing stands keep, as a whole, their places in the list. */
function ordered(model: ProcessModel, place: Place, order: readonly string[]): ProcessModel {
  const stands = standing(model, place)
  if (!stands) return model
  const { items, peers, put } = stands
  const inOrder = (place.kind === 'layer' ? order.toReversed() : order)
    .flatMap((id) => peers.find((peer) => peer.id === id) ?? [])
    .values()
  return put(items.map((item) => (peers.includes(item) ? (inOrder.next().value ?? item) : item)))
}

/** Things that can all change places with each other. */
const whole = (items: readonly Item[], put: (items: never) => ProcessModel): Standing => ({
  items,
  peers: items,
  put: put as Standing['put'],
})

function standing(model: ProcessModel, { kind, id, stage }: Place): Standing | undefined {
  const { chain } = model
  const among = <One extends Item>(
    items: readonly One[],
    isPeer: (one: One, mine: One) => boolean,
    put: (items: never) => ProcessModel,
  ): Standing | undefined => {
    const mine = items.find((one) => one.id === id)
    return mine && { items, peers: items.filter((one) => isPeer(one, mine)), put: put as Standing['put'] }
  }
  const inChain = (part: keyof typeof chain) => (items: never) => ({ ...model, chain: { ...chain, [part]: items } })
  const inModel = (part: keyof ProcessModel) => (items: never) => ({ ...model, [part]: items })
  const inStage = (part: 'elements' | 'commitments' | 'actions' | 'support') => {
    const owner = model.stages.find((one) => one.id === stage)
    return owner && whole(owner[part], (items) => changeStage(model, { ...owner, [part]: items } as Stage))
  }
  switch (kind) {
    case 'model':
      return undefined
    case 'stage':
      return whole(model.stages, inModel('stages'))
    case 'transition':
      return among(model.transitions, (one, mine) => one.from === mine.from, inModel('transitions'))
    case 'element':
      return inStage('elements')
    case 'commitment':
      return inStage('commitments')
    case 'action':
      return inStage('actions')
    case 'support':
      return stage === undefined ? inObjectionType(model, id) : inStage('support')
    case 'layer':
      return { ...whole(chain.layers, inChain('layers')), peers: chain.layers.toReversed() }
    case 'specialist':
      return among(chain.specialists, (one, mine) => one.layer === mine.layer, inChain('specialists'))
    case 'role':
      return among(
        chain.roles,
        (one, mine) => one.layer === mine.layer && one.specialist === mine.specialist,
        inChain('roles'),
      )
    case 'style':
      return whole(chain.styles, inChain('styles'))
    case 'department':
      return whole(model.departments, inModel('departments'))
    case 'attribute':
      return whole(model.attributes, inModel('attributes'))
    case 'threshold':
      return whole(model.thresholds, inModel('thresholds'))
    case 'objection-type':
      return whole(model.objectionTypes, inModel('objectionTypes'))
    case 'note':
      return whole(model.notes, inModel('notes'))
    case 'scenario':
      return whole(model.scenarios, inModel('scenarios'))
    default:
      return unreachable(kind)
  }
}

function inObjectionType(model: ProcessModel, call: string): Standing | undefined {
  const type = model.objectionTypes.find(({ support }) => support.some(({ id }) => id === call))
  return (
    type && whole(type.support, (support) => putInModel(model, { part: 'objectionTypes', item: { ...type, support } }))
  )
}
