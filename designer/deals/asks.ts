import { factName, type Grade, type ProcessModel, type Scalar, type Stage, type ValueType, wordsOfNoted } from '#engine'
import type { DealState, StageStatus } from '#engine/deal'

/** A fact that an interaction can bring. `roles` are names of those who can say it. */
export type Ask = {
  fact: string
  name: string
  kind: 'element' | 'commitment' | 'attribute' | 'noted'
  value: ValueType
  roles: string[]
  grade: Grade
}

/** Facts to ask for together: those of a stage, the deal's attributes, what the signers whom it added promise, or notes. */
export type AskGroup = { asks: Ask[] } & (
  | { stage: AskedStage; of?: never }
  | { stage?: never; of: 'attributes' | 'signers' | 'noted' | 'new' }
)
type AskedStage = { id: string; name: string; status: StageStatus }

const flag = { kind: 'flag' } as const
const order: StageStatus[] = ['open', 'waiting', 'completed', 'skipped']

/** What can be learnt of a deal: where it stands first, then its added signers and attributes, what lies ahead, and what is behind. */
export function asksOf(model: ProcessModel, state: DealState): AskGroup[] {
  const groups = model.stages
    .map((stage) => {
      const status: StageStatus = state.stages[stage.id]?.status ?? 'waiting'
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
  const others: AskGroup[] = [
    { of: 'signers', asks: signatureAsks(state) },
    { of: 'attributes', asks: attributes },
  ]
  return [...open, ...others.filter(({ asks }) => asks.length > 0), ...groups.slice(open.length)]
}

function signatureAsks({ signers = {} }: DealState): Ask[] {
  return Object.entries(signers)
    .filter(([, { takenBackAt }]) => takenBackAt === undefined)
    .map(([id, { name }]) => ({
      fact: factName.signature(id),
      name,
      kind: 'commitment',
      value: flag,
      roles: [name],
      grade: 'said',
    }))
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

/** A fact of a deal without a model, under the words of whoever notes it. */
export const notedAsk = (fact: string, value: ValueType): Ask => ({
  fact,
  name: wordsOfNoted(fact) ?? fact,
  kind: 'noted',
  value,
  roles: [],
  grade: 'said',
})

/** What was noted on a deal without a model, and can be learnt anew. */
export function notedAsks({ observations }: DealState): Ask[] {
  const values = new Map(Object.values(observations).map(({ fact, value }) => [fact, value]))
  return [...values].flatMap(([fact, value]) =>
    wordsOfNoted(fact) === undefined ? [] : [notedAsk(fact, plainTypeOf(value))],
  )
}

/** The type of a value that no model types. */
export const plainTypeOf = (value: Scalar): ValueType => valueTypes[typeof value as keyof typeof valueTypes]

const valueTypes = { string: { kind: 'text' }, number: { kind: 'number' }, boolean: { kind: 'flag' } } as const
