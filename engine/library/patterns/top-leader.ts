import type { BuyingRole } from '../../model/decision-chain.ts'
import type { ProcessModel } from '../../model/process-model.ts'
import { days } from '../drawing.ts'
import { called, decidingStage, drawn, freshId, freshName, withInChain, withInStage } from './sketch.ts'

const style = 'Top-leader project'

/** The leader’s word covers the layers beneath: a style with its leader, and the word that the leader gives. */
export function topLeader(model: ProcessModel): ProcessModel {
  const led = withLeader(model)
  const leader = leaderOf(led)
  return leader ? withStyle(withItsWord(led, leader), leader) : led
}

/** Somebody above the lowest layer. Where nobody is, a layer is drawn on top, and one beneath it where there is none. */
function withLeader(model: ProcessModel): ProcessModel {
  if (leaderOf(model)) return model
  const founded = model.chain.layers.length > 0 ? model : withLayer(model, 'Handling team', 'Handler', 'handler')
  return withLayer(founded, 'Top leadership', 'Top leader', 'decider')
}

function withLayer(model: ProcessModel, name: string, roleName: string, kind: BuyingRole['kind']): ProcessModel {
  const idFor = (one: string) => freshId(model, one.toLowerCase().replaceAll(' ', '-'))
  const [layer, role] = [idFor(name), idFor(roleName)]
  return withInChain(model, { layers: [{ id: layer, name }], roles: [{ id: role, name: roleName, kind, layer }] })
}

/** The highest who decides, or else the highest there is. */
function leaderOf({ chain }: ProcessModel): BuyingRole | undefined {
  const above = chain.layers.slice(1).toReversed()
  const roles = above.flatMap((layer) => chain.roles.filter((role) => role.layer === layer.id))
  return roles.find(({ kind }) => kind === 'decider') ?? roles[0]
}

function withItsWord(model: ProcessModel, { id: role }: BuyingRole): ProcessModel {
  const stage = decidingStage(model)
  if (!stage || model.stages.some(({ commitments }) => commitments.some((one) => one.role === role))) return model
  const id = freshId(model, 'leader-backs')
  const name = freshName(model, 'Backs the project from the top')
  return withInStage(model, stage.id, {
    commitments: [{ id, name, role, required: false }],
    actions: [
      { id: freshId(model, 'win-leader'), name: 'Win the top leader', brings: [id], required: false, due: days(30) },
    ],
  })
}

function withStyle(model: ProcessModel, { id: leader }: BuyingRole): ProcessModel {
  const there = called(model.chain.styles, style)
  if (there?.leader) return model
  if (!there)
    return withInChain(model, {
      styles: [
        {
          id: freshId(model, 'top-leader-project'),
          name: style,
          description: 'The leader decides: what the leader promises covers every layer beneath.',
          leader,
        },
      ],
    })
  const styles = model.chain.styles.map((one) => (one === there ? { ...one, leader } : one))
  return drawn({ ...model, chain: { ...model.chain, styles } })
}
