import type { FellDue } from './contract.ts'

type Changed = Record<string, Record<string, unknown> | null>
type Delta = { tasks?: Changed; supportRequests?: Changed; objections?: Changed }

/** What became overdue in a step, was reminded of before, or went further up, read from its merge patch. */
export function fellDue(delta: unknown): FellDue[] {
  const { tasks = {}, supportRequests = {}, objections = {} } = delta as Delta
  return [
    ...Object.entries(tasks).flatMap(([id, change]) => told('task', id, change)),
    ...Object.entries(supportRequests).flatMap(([id, change]) => told('support-request', id, change)),
    ...Object.entries(objections).flatMap(([id, change]) => told('objection', id, change)),
  ]
}

function told(of: FellDue['of'], id: string, change: Record<string, unknown> | null): FellDue[] {
  if (change?.escalatedTo) return [{ of, id, how: 'escalated' }]
  if (change?.escalatedAt) return [{ of, id, how: 'overdue' }]
  return change?.remindedAt ? [{ of, id, how: 'reminded' }] : []
}
