import { transitionName } from '../check/conditions-of.ts'
import { factsOf } from '../check/facts-of.ts'
import type { Place } from '../check/finding.ts'
import { oncePer } from '../check/once-per.ts'
import { partsOf } from '../check/parts-of.ts'
import type { FactOrigin } from '../facts/fact.ts'
import type { ProcessModel } from '../model/process-model.ts'
import { type Kind, keyOf } from './outline.ts'
import { type ChangeTexts, fill } from './texts.ts'

/** What people call things in one of two drawings, or else in the other. */
export type Names = {
  /** A thing's name, or its id where neither drawing has it. */
  nameOf: (kind: Kind, id: string) => string
  /** A thing with what it is and where it belongs: element “Budget” of stage “Need”. */
  thing: (place: Place) => string
  /** The same without where it belongs. */
  alone: (place: Place) => string
  fact: (name: string) => { text: string; origin?: FactOrigin['kind'] }
}

export function namesIn(models: readonly ProcessModel[], texts: ChangeTexts): Names {
  const known = models.map(namedParts)
  const find = (key: string) => known.map((parts) => parts.get(key)).find((part) => part)
  const nameOf: Names['nameOf'] = (kind, id) => find(keyOf({ kind, id }))?.name ?? id
  const alone: Names['alone'] = ({ kind, id }) => fill(texts.thing[kind] ?? '', { name: nameOf(kind, id) })
  const thing: Names['thing'] = (place) => {
    const owner = find(keyOf(place))?.owner
    return owner ? fill(texts.part, { part: alone(place), owner: alone(owner) }) : alone(place)
  }
  const fact: Names['fact'] = (name) => {
    const found = models.map((model) => factsOf(model).get(name)).find((one) => one)
    if (!found) return { text: fill(texts.value.quoted ?? '', { text: name }) }
    const { origin, label } = found
    const of = 'of' in origin ? fact(origin.of).text : label
    return { text: fill(texts.fact[origin.kind] ?? '', { name: of }), origin: origin.kind }
  }
  return { nameOf, thing, alone, fact }
}

/** What people call one thing in the first of the drawings that has it; its id where none does. */
export const nameOf = (models: readonly ProcessModel[], place: Place): string =>
  models.map((model) => namedParts(model).get(keyOf(place))?.name).find((name) => name !== undefined) ?? place.id

type Part = { name: string; owner?: Place }

const namedParts = oncePer(
  (model: ProcessModel): ReadonlyMap<string, Part> =>
    new Map([
      ...partsOf(model).map(({ place, name, owner }): [string, Part] => [
        keyOf(place),
        { name, ...(owner && { owner: { kind: place.stage ? 'stage' : 'objection-type', id: owner } }) },
      ]),
      ...model.transitions.map((one): [string, Part] => [
        keyOf({ kind: 'transition', id: one.id }),
        { name: transitionName(model, one) },
      ]),
    ]),
)
