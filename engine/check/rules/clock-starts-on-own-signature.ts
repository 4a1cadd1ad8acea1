import type { ProcessModel } from '../../model/process-model.ts'
import type { Check } from '../finding.ts'

/** A layer or department whose usual time starts on a commitment that it gives itself: it starts when all is over. */
export const clockStartsOnOwnSignature: Check<'clock-starts-on-own-signature'> = (model) => {
  const { layers, specialists, roles } = model.chain
  const ownBy = (seat: 'layer' | 'specialist', id: string, from: string | undefined) =>
    roles.some((role) => role[seat] === id && commitmentsOf(model, role.id).includes(from ?? ''))
  const complaint =
    (kind: 'layer' | 'specialist') => (part: { id: string; name: string; usuallyFrom?: string | undefined }) =>
      ownBy(kind, part.id, part.usuallyFrom)
        ? [{ place: { kind, id: part.id }, values: { name: part.name, from: nameOf(model, part.usuallyFrom) } }]
        : []
  return [...layers.flatMap(complaint('layer')), ...specialists.flatMap(complaint('specialist'))]
}

const commitmentsOf = ({ stages }: ProcessModel, role: string): string[] =>
  stages.flatMap(({ commitments }) => commitments.filter((one) => one.role === role).map(({ id }) => id))

const nameOf = ({ stages }: ProcessModel, id: string | undefined): string =>
  stages.flatMap(({ commitments }) => commitments).find((one) => one.id === id)?.name ?? ''
