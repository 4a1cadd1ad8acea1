import type { DealState, Effect } from '#engine/deal'
import type { Transaction } from '../../prisma/client.ts'
import { managersWho } from './managers-who.ts'

/** Whom things go up to. Where a segment has no process owner, or a department no lead, the next above are told instead. */
export type Above = {
  managers: string[]
  /** Of the deal's segment. */
  processOwners: string[]
  leadsOf(department: string | undefined): string[]
}

const nobody: Above = { managers: [], processOwners: [], leadsOf: () => [] }

/** Looked up only for a step that somebody above has to know of. */
export async function whoIsAbove(tx: Transaction, state: DealState, effects: Effect[]): Promise<Above> {
  if (!effects.some((effect) => goesUp(state, effect))) return nobody
  const managers = await managersWho(tx)
  const deal = await tx.deal.findUnique({
    where: { id: state.dealId },
    select: { segment: { select: { processOwnerId: true } } },
  })
  const members = await tx.departmentMember.findMany({
    where: { lead: true },
    select: { departmentId: true, userId: true },
  })
  const processOwner = deal?.segment.processOwnerId
  const processOwners = processOwner ? [processOwner] : managers
  return {
    managers,
    processOwners,
    leadsOf(department) {
      const leads = members.filter(({ departmentId }) => departmentId === department)
      return leads.length > 0 ? leads.map(({ userId }) => userId) : processOwners
    },
  }
}

function goesUp(state: DealState, effect: Effect): boolean {
  if (effect.kind === 'escalate') return true
  if (effect.kind !== 'request-support' && effect.kind !== 'route-support' && effect.kind !== 'remind') return false
  return state.supportRequests[effect.request]?.owner === undefined
}
