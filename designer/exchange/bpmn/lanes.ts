import type { BuyingRole } from '#engine'
import { type Bpmn, nameOf } from './bpmn.ts'
import type { Parts } from './parts.ts'

/** The innermost lanes of a process, with the names of those around them. */
function lanesOf(laneSets: readonly Bpmn[], above = '', depth = 0): { lane: Bpmn; name: string }[] {
  if (depth > 20) return []
  return laneSets.flatMap(({ lanes = [] }) =>
    lanes.flatMap((lane) => {
      const name = [above, nameOf(lane)].filter(Boolean).join(' / ')
      const inner = lane.childLaneSet ? lanesOf([lane.childLaneSet], name, depth + 1) : []
      return inner.length > 0 ? inner : [{ lane, name }]
    }),
  )
}

/** Who does each step: one for each lane, beside the chain; without lanes the pool as a whole. */
export type Roles = { roles: BuyingRole[]; roleOf(step: Bpmn): string }

export function drawRoles(
  { laneSets = [] }: Bpmn,
  pool: string,
  parts: Pick<Parts, 'uniquely' | 'freshId' | 'names' | 'leave'>,
): Roles {
  const roles: BuyingRole[] = []
  const byLane = new Map<Bpmn, string>()
  function add(wanted: string, kind: BuyingRole['kind']): string {
    const name = parts.uniquely('role', wanted)
    const id = parts.freshId('role', name)
    roles.push({ id, name, kind })
    return id
  }
  const lanes = lanesOf(laneSets)
  const laneAt = new Map(lanes.flatMap(({ lane }) => (lane.flowNodeRef ?? []).map((step) => [step, lane] as const)))
  for (const { lane, name } of lanes)
    byLane.set(lane, add(name || pool || parts.names.lane, byLane.size === 0 ? 'handler' : 'user-buyer'))
  let whole: string | undefined
  return {
    roles,
    roleOf(step) {
      const lane = laneAt.get(step)
      const role = lane && byLane.get(lane)
      if (role) return role
      if (whole === undefined) {
        whole = add(pool || parts.names.handler, roles.length === 0 ? 'handler' : 'user-buyer')
        parts.leave('role-guessed', roles.at(-1)?.name)
      }
      return whole
    },
  }
}
