import type { ProcessModel } from '#engine'
import type { Deps } from '../deps.ts'
import type { Page } from '../http/page-contract.ts'
import type { User } from '../people/contract.ts'
import type { TaskRow } from './contract.ts'

/** The tasks that a person owes: overdue and due first, then those without a due time. */
export async function taskList(
  { db, models }: Deps,
  actor: User,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<Page<TaskRow>> {
  const where = { assigneeId: actor.id, status: 'open' }
  const [tasks, total] = await Promise.all([
    db.task.findMany({
      where,
      include: {
        deal: { select: { name: true, modelVersionId: true, state: true, account: { select: { name: true } } } },
      },
      orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.task.count({ where }),
  ])
  const items = tasks.map(async ({ deal, ...task }): Promise<TaskRow> => {
    const { model } = await models.ofDeal(deal)
    return {
      dealId: task.dealId,
      dealName: deal.name,
      account: deal.account?.name ?? null,
      id: task.id,
      name: task.name,
      stage: model.stages.find(({ id }) => id === task.stageId)?.name ?? null,
      brings: task.brings.map((id) => effectOf(model, id)),
      openedAt: task.openedAt.toISOString(),
      dueAt: task.dueAt?.toISOString() ?? null,
      escalatedAt: task.escalatedAt?.toISOString() ?? null,
    }
  })
  return { items: await Promise.all(items), total }
}

function effectOf({ stages }: ProcessModel, id: string): TaskRow['brings'][number] {
  const element = stages.flatMap(({ elements }) => elements).find((one) => one.id === id)
  if (element) return { kind: 'element', id, name: element.name }
  const commitment = stages.flatMap(({ commitments }) => commitments).find((one) => one.id === id)
  return { kind: 'commitment', id, name: commitment?.name ?? id }
}
