import type { AskedChange } from '../../workflows/batches-client.ts'

/** What takes a change back on each deal that took it: the event, and the member that names what was added. */
export function takingBack({
  event,
}: AskedChange): { names: string[]; kind: AskedChange['event']['kind'] } | undefined {
  if (event.kind === 'support-requested') return { names: ['request'], kind: 'support-taken-back' }
  const { deviation } = event
  const addsTask = typeof deviation === 'object' && 'kind' in deviation && deviation.kind === 'add-action'
  return addsTask ? { names: ['task'], kind: 'task-taken-back' } : undefined
}
