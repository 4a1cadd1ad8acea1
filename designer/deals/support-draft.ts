import type { AttachedFile } from '#engine/deal'
import type { StepBodies } from '../../api/deals/step-contract.ts'

export const wishes = ['department', 'manager', 'company'] as const

/** Support that is being asked for; which of the fields are there follows from the wish. Instants are ISO texts. */
export type SupportDraft = {
  wish: (typeof wishes)[number]
  department?: string
  manager?: string
  visitAt?: string
  meet?: string
  name: string
  details?: string
  due?: string
}

/** The draft as the step that it becomes. What belongs to another wish is left out. */
export function asRequest(draft: SupportDraft, files: AttachedFile[]): StepBodies['support-requests'] {
  const { wish, department = '', manager = '', visitAt = '', meet = '', name, details, due } = draft
  return {
    name: name.trim(),
    ...(details?.trim() && { details: details.trim() }),
    ...(files.length > 0 && { files: files.map(({ id }) => id) }),
    ...(due && wish !== 'company' && { due }),
    of:
      wish === 'department'
        ? { kind: 'department', department }
        : { kind: 'manager', manager, ...(wish === 'company' && { visit: { at: visitAt, meet: meet.trim() } }) },
  }
}
