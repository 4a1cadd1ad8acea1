import { z } from 'zod'
import {
  checkModel,
  emptyModel,
  type Part,
  type Place,
  type ProcessModel,
  partsOf,
  placeSchema,
  processModelSchema,
} from '#engine'
import { renamed } from './renamed.ts'
import { withRoutes } from './routes.ts'

/**
 * Things cut out of a drawing. `model` holds them, and what they name by id, so that another drawing can tell what is
 * meant; `copied` says which are the things themselves. A stage that is not among these only carries its copied parts.
 */
const clipSchema = z.strictObject({ copied: z.array(placeSchema).min(1), model: processModelSchema })
export type Clip = z.infer<typeof clipSchema>

/** Whether a thing is copied: it is itself, or the stage or objection type that it belongs to is. */
export const isCopied = (copied: readonly Place[], { place, owner }: Part): boolean =>
  copied.some((one) => isAt(one, place) || (owner !== undefined && isAt(one, { kind: ownerKind(place), id: owner })))

/** What a part belongs to. */
export const ownerKind = ({ stage }: Place): 'stage' | 'objection-type' =>
  stage === undefined ? 'objection-type' : 'stage'

/** What stands at these places, as a clip; transitions come with both their stages. Nothing where nothing can be copied. */
export function clipOf(model: ProcessModel, places: readonly Place[]): Clip | undefined {
  const copied = places.filter((place) => copiable(model).some((part) => isAt(part.place, place)))
  if (copied.length === 0) return undefined
  const own = chosen(model, copied)
  const named = idsNamedIn(own)
  const all = (kind: Place['kind']) => (one: { id: string }) => named.has(`${kind} ${one.id}`)
  const roles = model.chain.roles.filter(all('role'))
  const seats = new Set(roles.flatMap(({ layer, specialist }) => [`layer ${layer}`, `specialist ${specialist}`]))
  const seated = (kind: Place['kind']) => (one: { id: string }) => all(kind)(one) || seats.has(`${kind} ${one.id}`)
  return {
    copied,
    model: {
      ...own,
      attributes: model.attributes.filter(all('attribute')),
      thresholds: model.thresholds.filter(all('threshold')),
      departments: model.departments.filter(all('department')),
      chain: {
        layers: model.chain.layers.filter(seated('layer')),
        specialists: model.chain.specialists.filter(seated('specialist')),
        roles,
        styles: model.chain.styles.filter(all('style')),
      },
    },
  }
}

export const clipText = (clip: Clip): string => JSON.stringify(clip, null, 2)

/** Why a text is no clip. */
export type NoClip = { why: 'no-json' } | { why: 'no-drawing' | 'twice'; detail: string }

/** Reads a clip from a text, or a whole model, of which everything is then copied. */
export function readClip(text: string): Clip | NoClip {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { why: 'no-json' }
  }
  const whole = processModelSchema.safeParse(json)
  const read = clipSchema.safeParse(whole.success ? wholeOf(whole.data) : json)
  if (!read.success)
    return { why: 'no-drawing', detail: z.prettifyError(looksWhole(json) ? (whole.error ?? read.error) : read.error) }
  const twice = checkModel(read.data.model).find(({ rule }) => rule === 'id-duplicate')
  return twice ? { why: 'twice', detail: twice.message } : read.data
}

const looksWhole = (json: unknown): boolean => typeof json === 'object' && json !== null && 'formatVersion' in json

const wholeOf = (model: ProcessModel): unknown => ({
  copied: copiable(model).map(({ place }) => place),
  model: { ...model, scenarios: [] },
})

/** Scenarios are about their whole drawing, and stay with it. */
const copiable = (model: ProcessModel) => partsOf(model).filter(({ place }) => place.kind !== 'scenario')

const isAt = (a: Place, b: Place): boolean => a.kind === b.kind && a.id === b.id

/** A drawing of nothing but the copied things, each in the list where it stood. */
function chosen(model: ProcessModel, copied: readonly Place[]): ProcessModel {
  const has = (kind: Place['kind']) => (one: { id: string }) =>
    copied.some((place) => isAt(place, { kind, id: one.id }))
  const stages = model.stages.flatMap((stage) => {
    if (has('stage')(stage)) return [stage]
    const carried = {
      id: stage.id,
      name: stage.name,
      description: '',
      join: 'any' as const,
      elements: stage.elements.filter(has('element')),
      commitments: stage.commitments.filter(has('commitment')),
      actions: stage.actions.filter(has('action')),
      support: stage.support.filter(has('support')),
    }
    const { elements, commitments, actions, support } = carried
    return elements.length + commitments.length + actions.length + support.length > 0 ? [carried] : []
  })
  const isCopiedStage = (id: string) => has('stage')({ id })
  const { chain } = model
  const drawn: ProcessModel = {
    ...emptyModel(model.name),
    currency: model.currency,
    stages,
    transitions: model.transitions.filter(({ from, to }) => isCopiedStage(from) && isCopiedStage(to)),
    attributes: model.attributes.filter(has('attribute')),
    thresholds: model.thresholds.filter(has('threshold')),
    departments: model.departments.filter(has('department')),
    objectionTypes: model.objectionTypes.filter(has('objection-type')),
    notes: model.notes.filter(has('note')),
    chain: {
      layers: chain.layers.filter(has('layer')),
      specialists: chain.specialists.filter(has('specialist')),
      roles: chain.roles.filter(has('role')),
      styles: chain.styles.filter(has('style')),
    },
    layout: Object.fromEntries(Object.entries(model.layout).filter(([id]) => isCopiedStage(id))),
  }
  return withRoutes(drawn, model.routes ?? {})
}

/** Every id that a model's things have or name, with its kind. */
function idsNamedIn(model: ProcessModel): ReadonlySet<string> {
  const named = new Set<string>()
  renamed(model, {
    id: (kind, id) => {
      named.add(`${kind} ${id}`)
      return id
    },
  })
  return named
}
