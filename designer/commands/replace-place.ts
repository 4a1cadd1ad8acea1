import { type Change, canonicalJson, diffModels, type Place, type ProcessModel, type Scenario } from '#engine'
import { freeId, idsIn } from './identify.ts'
import { carriedOver } from './replace-references.ts'
import { type Drawn, otherwiseDrawn } from './replace-thing.ts'

type Kind = Place['kind']

/** A drawing in which a thing has become one of another kind. */
export type Replacement = {
  model: ProcessModel
  /** Where it stands now. */
  place: Place
  /** What it said, and what was said of it, for which the other kind has no place. */
  lost: Change[]
  /** What else changes with it: whoever named it names what it has become. */
  others: Change[]
  /** Scenarios that play it as what it was. */
  scenarios: Scenario[]
}

/** What a thing can become where it stands; nothing where its kind has no like. */
export function kindsFor(model: ProcessModel, { kind, stage }: Place): Kind[] {
  switch (kind) {
    case 'element':
      return ['commitment', 'action', 'support', 'attribute']
    case 'commitment':
      return ['element', 'action', 'support']
    case 'action':
      return ['element', 'commitment', 'support']
    case 'support':
      return stage === undefined ? [] : ['element', 'commitment', 'action']
    case 'attribute':
      return model.stages.length > 0 ? ['element'] : []
    case 'layer':
      return model.chain.layers.length > 1 ? ['specialist'] : []
    case 'specialist':
      return ['layer']
    case 'note':
      return ['stage']
    case 'stage':
      return ['note']
    default:
      return []
  }
}

/**
 * Makes one thing another kind of thing, under its name and, where that is free, its id. What both kinds can say stays, and
 * so does what names it, where the other kind can be named so; all that does not is told. `unnamed` is what an empty note
 * is called once it is a stage.
 */
export function replacePlace(model: ProcessModel, place: Place, kind: Kind, unnamed: string): Replacement | undefined {
  if (!kindsFor(model, place).includes(kind)) return undefined
  const isObserved = (one: Kind) => one === 'element' || one === 'commitment'
  // Elements and commitments share their ids, so that what names one can go on naming the other.
  const id = isObserved(place.kind) && isObserved(kind) ? place.id : freeId(place.id, isTakenIn(model, place.id))
  const drawn = otherwiseDrawn(model, place, { kind, id }, unnamed)
  if (!drawn) return undefined
  const next = carriedOver(drawn.model, { was: place, is: drawn.place, from: model })
  const changes = diffModels(model, next).filter((change) => !isItself(change, place, drawn.place))
  const lost = changes.filter(isLoss)
  return {
    model: next,
    place: drawn.place,
    lost: [...unsaid(place, drawn), ...lost],
    others: changes.filter((change) => !lost.includes(change)),
    scenarios: model.scenarios.filter(
      (one) => playsIt(one, place) && canonicalJson(one) === canonicalJson(sameIn(next, one)),
    ),
  }
}

/** Its own id is free for what the thing becomes, unless something else has it too. */
function isTakenIn(model: ProcessModel, own: string): (id: string) => boolean {
  const ids = idsIn(model)
  const others = new Set(ids.toSpliced(ids.indexOf(own), 1))
  return (id) => others.has(id)
}

const sameIn = ({ scenarios }: ProcessModel, { id }: Scenario) => scenarios.find((one) => one.id === id) ?? null

/** That the thing is gone as what it was, and there as what it is, says nothing. Its parts are told one by one. */
const isItself = ({ kind, place }: Change, was: Place, is: Place): boolean =>
  kind === 'laid-out' ||
  (kind === 'removed' && place.kind === was.kind && place.id === was.id) ||
  (kind === 'added' && place.kind === is.kind && place.id === is.id)

/** Something that is gone, or a list that is shorter. A role has a seat as before, of the other kind. */
function isLoss(change: Change): boolean {
  if (change.kind === 'removed') return true
  if (change.kind !== 'changed' || change.place.kind === 'role') return false
  const { before, after } = change
  return after === undefined || (Array.isArray(before) && Array.isArray(after) && after.length < before.length)
}

/** What the thing said and does not say any more, as changes of what it was. */
const unsaid = (place: Place, { unsaid }: Drawn): Change[] =>
  Object.entries(unsaid).map(([member, before]) => ({ kind: 'changed', place, path: [member], before }))

function playsIt(scenario: Scenario, { kind, id }: Place): boolean {
  const told = JSON.stringify([scenario.steps, scenario.expects])
  const names = { action: [`"${id}"`], support: [`"${id}"`], stage: [`"${id}"`] }[kind as string] ?? []
  return [...names, `"${kind}.${id}"`].some((name) => told.includes(name))
}
