import { DomainError } from '#engine/deal'
import type { AskedChange } from '../../workflows/batches-client.ts'
import { beginBatch } from '../batches/begin-batch.ts'
import type { Deps } from '../deps.ts'
import type { User } from '../people/contract.ts'
import type { JointPlan } from './contract.ts'

/** Plans many objections alike, in the background. The answer is the batch that says what became of each. */
export async function planTogether(deps: Deps, actor: User, plan: JointPlan, key: string): Promise<string> {
  const { objections, strategy, steps, owner, due } = plan
  if (owner !== undefined) await requireManager(deps, owner)
  const event = { kind: 'objection-planned', strategy, steps, ...(owner && { owner }), ...(due && { due }) } as const
  const asked: AskedChange = { names: ['objection'], event }
  const targets = objections.map(({ deal, id }) => ({ dealId: deal, target: id }))
  return beginBatch(deps, actor, { asked, targets }, key)
}

async function requireManager({ db }: Deps, id: string): Promise<void> {
  if (await db.user.count({ where: { id, role: 'manager' } })) return
  throw new DomainError('USER_NOT_FOUND', 'A manager answers for a plan of many deals. Choose one, or leave it out.', {
    user: id,
  })
}
