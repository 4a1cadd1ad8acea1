import type { ProcessModel } from '../../model/process-model.ts'
import { days } from '../drawing.ts'
import { called, firstStage, freshId, freshName, withInChain, withInStage } from './sketch.ts'

const style = 'Introduced by an acquaintance'
const introducer = 'Acquaintance who introduces us'

/** Who opens the door is a role, whose word can be asked for like anybody’s. */
export function introduced(model: ProcessModel): ProcessModel {
  const known = withIntroducer(model)
  const role = called(known.chain.roles, introducer)?.id
  const stage = firstStage(known)
  if (!role || !stage || known.stages.some(({ commitments }) => commitments.some((one) => one.role === role)))
    return known
  const id = freshId(known, 'introduces-us')
  return withInStage(known, stage.id, {
    commitments: [{ id, name: freshName(known, 'Introduces us to who decides'), role, required: false }],
    actions: [
      {
        id: freshId(known, 'ask-for-introduction'),
        name: 'Ask for the introduction',
        brings: [id],
        required: false,
        due: days(14),
      },
    ],
  })
}

function withIntroducer(model: ProcessModel): ProcessModel {
  const { roles, styles } = model.chain
  return withInChain(model, {
    roles: called(roles, introducer)
      ? []
      : [{ id: freshId(model, 'introducer'), name: introducer, kind: 'champion' as const }],
    styles: called(styles, style)
      ? []
      : [
          {
            id: freshId(model, 'introduced'),
            name: style,
            description: 'Somebody whom the decider trusts opens the door; the layers sign as usual.',
          },
        ],
  })
}
