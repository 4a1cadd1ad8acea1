import type { z } from 'zod'
import { testsIn } from '#engine'
import { DomainError } from '#engine/deal'
import type { Deps } from '../deps.ts'
import type { changedRoutingSchema, DepartmentRouting } from './contract.ts'
import { departmentRouting } from './department-routing.ts'

type Change = z.output<typeof changedRoutingSchema>

/**
 * Sets how a department gives out its requests. Those that somebody has stay with them. Throws STALE_VERSION where it was
 * changed since, FACT_UNKNOWN and COLLEAGUE_NOT_IN_DEPARTMENT for what no rule can name.
 */
export async function changeRouting(deps: Deps, id: string, change: Change): Promise<DepartmentRouting> {
  const { db } = deps
  const { routing, revision, leads } = change
  const { facts, members, department } = await departmentRouting(deps, id)
  requireFacts(change, new Set(facts.map(({ name }) => name)))
  requireMembers(change, department.name, new Set(members.map(({ id }) => id)))
  await db.$transaction(async (tx) => {
    const { count } = await tx.department.updateMany({
      where: { id, routingRevision: revision },
      data: { routing, routingRevision: revision + 1 },
    })
    if (count === 0)
      throw new DomainError(
        'STALE_VERSION',
        `Somebody else has changed how ${department.name} gives out its requests. Reload it and make your change again.`,
        { department: id, revision },
      )
    await tx.departmentMember.updateMany({ where: { departmentId: id }, data: { lead: false } })
    await tx.departmentMember.updateMany({ where: { departmentId: id, userId: { in: leads } }, data: { lead: true } })
    // A rule that is gone leaves no turn behind for another that comes to bear its id.
    const ids = routing.rules.map((rule) => rule.id)
    await tx.routingTurn.deleteMany({ where: { departmentId: id, ruleId: { notIn: ids } } })
  })
  return departmentRouting(deps, id)
}

function requireFacts({ routing }: Change, known: ReadonlySet<string>): void {
  for (const { name, when } of routing.rules) {
    const stranger = when && testsIn(when).find(({ fact }) => !known.has(fact))
    if (stranger)
      throw new DomainError(
        'FACT_UNKNOWN',
        `The rule “${name}” asks for ${stranger.fact}, which no published model has. Choose another fact.`,
        { rule: name, fact: stranger.fact },
      )
  }
}

function requireMembers({ routing, leads }: Change, department: string, members: ReadonlySet<string>): void {
  const named = [
    ...routing.rules.flatMap(({ give }) => (give.kind === 'named' ? give.people : [])),
    ...routing.authority.flatMap(({ person }) => person ?? []),
    ...leads,
  ]
  const stranger = named.find((person) => !members.has(person))
  if (stranger === undefined) return
  throw new DomainError(
    'COLLEAGUE_NOT_IN_DEPARTMENT',
    `Somebody whom a rule, the matrix or the leads name is no member of ${department}. Take them out, and save again.`,
    { to: stranger },
  )
}
