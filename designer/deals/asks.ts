import { factName, type Grade, type ProcessModel, type Stage, type ValueType } from '#engine'
import type { DealState, StageStatus } from '#engine/deal'

/** A fact that an interaction can bring. `roles` are names of those who can say it. */
export type Ask = {
  fact: string
  name: string
  kind: 'element' | 'commitment' | 'attribute'
  value: ValueType
  roles: string[]
  grade: Grade
}

/** Facts to ask for together. Without a stage they are the deal's attributes. */
export type AskGroup = { stage?: { id: string; name: string; status: StageStatus }; asks: Ask[] }

const flag = { kind: 'flag' } as const
const order: StageStatus[] = ['open', 'waiting', 'completed', 'skipped']

/** What can be learnt of a deal: where it stands first, then its attributes, what lies ahead, and what is behind. */
export function asksOf(model: ProcessModel, state: DealState): AskGroup[] {
  const groups = model.stages
    .map((stage): Required<AskGroup> => {
      const status = state.stages[stage.id]?.status ?? 'waiting'
      return { stage: { id: stage.id, name: stage.name, status }, asks: stageAsks(model, stage) }
    })
    .filter(({ asks }) => asks.length > 0)
    .sort((a, b) => order.indexOf(a.stage.status) - order.indexOf(b.stage.status))
  const open = groups.filter(({ stage }) => stage.status === 'open')
  const attributes = model.attributes.map(
    ({ id, name, value }): Ask => ({
      fact: factName.attribute(id),
      name,
      kind: 'attribute',
      value,
      roles: [],
      grade: 'said',
    }),
  )
  return [...open, ...(attributes.length > 0 ? [{ asks: attributes }] : []), ...groups.slice(open.length)]
}

function stageAsks(model: ProcessModel, stage: Stage): Ask[] {
  const roleName = (id: string) => model.chain.roles.find((role) => role.id === id)?.name ?? id
  return [
    ...stage.elements.map(
      ({ id, name, value, from, grade }): Ask => ({
        fact: factName.element(id),
        name,
        kind: 'element',
        value,
        roles: from.map(roleName),
        grade,
      }),
    ),
    ...stage.commitments.flatMap(({ id, name, role, grade }): Ask[] =>
      role
        ? [{ fact: factName.commitment(id), name, kind: 'commitment', value: flag, roles: [roleName(role)], grade }]
        : [],
    ),
  ]
}
