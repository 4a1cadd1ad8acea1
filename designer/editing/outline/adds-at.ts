import type { ProcessModel } from '#engine'
import {
  type Addition,
  besides,
  type LooseKind,
  newLoose,
  newNote,
  newObjectionCall,
  newPart,
  newStage,
  newStageAfter,
  newStageBefore,
  newStageOn,
  type PartKind,
} from '../additions.ts'
import type { Heading, Row } from './outline.ts'

/** What can be drawn, and how it then stands to the row from which it was asked for. */
type Kind = 'stage' | PartKind | LooseKind | 'note'
export type Add = {
  kind: Kind
  where: 'in' | 'on' | 'before' | 'after'
  draw: (model: ProcessModel, name: string) => Addition
}

const headings: Heading[] = [
  'stage',
  'objection-type',
  'layer',
  'role',
  'style',
  'department',
  'attribute',
  'threshold',
  'note',
]
const parts: PartKind[] = ['element', 'commitment', 'action', 'support']

/** All that can be added at a row; without one, something of every kind. */
export function addsAt(model: ProcessModel, row: Row | undefined): Add[] {
  if (!row) return headings.map(addUnder)
  if ('heading' in row) return [addUnder(row.heading)]
  const { kind, id, stage } = row.place
  const inside = (kind: Kind, draw: Add['draw']): Add => ({ kind, where: 'in', draw })
  const onBothSides = (kind: Kind, draw: Add['draw']): Add[] =>
    (['before', 'after'] as const).map((where) => ({
      kind,
      where,
      draw: (model, name) => besides(draw(model, name), id, where),
    }))
  const loose = (kind: LooseKind, seat = row.place) => inside(kind, (model, name) => newLoose(model, kind, name, seat))
  switch (kind) {
    case 'stage':
      return [
        ...parts.map((part) => inside(part, (model, name) => newPart(model, id, part, name))),
        { kind, where: 'before', draw: (model, name) => newStageBefore(model, id, name) },
        { kind, where: 'after', draw: (model, name) => newStageAfter(model, id, name) },
      ]
    case 'transition':
      return [{ kind: 'stage', where: 'on', draw: (model, name) => newStageOn(model, id, name) }]
    case 'element':
    case 'commitment':
    case 'action':
      return onBothSides(kind, (model, name) => newPart(model, stage ?? '', kind, name))
    case 'support':
      return onBothSides(kind, (model, name) =>
        stage === undefined ? newObjectionCall(model, ownerOfCall(model, id), name) : newPart(model, stage, kind, name),
      )
    case 'objection-type':
      return [
        inside('support', (model, name) => newObjectionCall(model, id, name)),
        ...onBothSides(kind, (model, name) => newLoose(model, kind, name)),
      ]
    case 'layer':
      return [loose('role'), loose('specialist'), ...onBothSides(kind, (model, name) => newLoose(model, kind, name))]
    case 'specialist': {
      const layer = model.chain.specialists.find((one) => one.id === id)?.layer
      const seat = layer === undefined ? undefined : ({ kind: 'layer', id: layer } as const)
      return [loose('role'), ...onBothSides(kind, (model, name) => newLoose(model, kind, name, seat))]
    }
    case 'role': {
      const role = model.chain.roles.find((one) => one.id === id)
      const seat =
        role?.layer !== undefined
          ? ({ kind: 'layer', id: role.layer } as const)
          : role?.specialist !== undefined
            ? ({ kind: 'specialist', id: role.specialist } as const)
            : undefined
      return onBothSides(kind, (model, name) => newLoose(model, kind, name, seat))
    }
    case 'style':
    case 'department':
    case 'attribute':
    case 'threshold':
      return onBothSides(kind, (model, name) => newLoose(model, kind, name))
    case 'note':
      return onBothSides(kind, (model) => newNote(model))
    default:
      return headings.map(addUnder)
  }
}

const addUnder = (heading: Heading): Add => ({
  kind: heading,
  where: 'in',
  draw: (model, name) => {
    if (heading === 'stage') return newStage(model, name)
    if (heading === 'note') return newNote(model)
    return newLoose(model, heading, name)
  },
})

const ownerOfCall = ({ objectionTypes }: ProcessModel, call: string): string =>
  objectionTypes.find(({ support }) => support.some(({ id }) => id === call))?.id ?? ''
