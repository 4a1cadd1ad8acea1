export const urgencies = ['overdue', 'today', 'week', 'later', 'none'] as const
export type Urgency = (typeof urgencies)[number]

/** How soon a due time is, by the calendar of whoever looks: today ends at midnight, a week seven days later. */
export function urgencyOf(dueAt: string | null, now: Date): Urgency {
  if (dueAt === null) return 'none'
  const due = Date.parse(dueAt)
  if (due < now.getTime()) return 'overdue'
  const midnight = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).getTime()
  if (due < midnight(1)) return 'today'
  return due < midnight(8) ? 'week' : 'later'
}

/** Things that are owed, by urgency, the most urgent first. Within a group their order is kept. */
export function byUrgency<Owed extends { dueAt: string | null }>(owed: Owed[], now: Date): [Urgency, Owed[]][] {
  return urgencies
    .map((urgency): [Urgency, Owed[]] => [urgency, owed.filter(({ dueAt }) => urgencyOf(dueAt, now) === urgency)])
    .filter(([, group]) => group.length > 0)
}

type Effects = { name: string }[]

/**
 * Things that are owed, by the effects that they are to bring, which deals of several models call alike. What is called the same
 * stands together; else their order is kept.
 */
export function byEffect<Owed extends { name: string; brings: Effects }>(
  owed: Owed[],
): { key: string; effects: Owed['brings']; tasks: Owed[] }[] {
  const keyOf = ({ brings }: Owed) => JSON.stringify(brings.map(({ name }) => name))
  return [...new Set(owed.map(keyOf))].map((key) => {
    const group = owed.filter((one) => keyOf(one) === key)
    const names = [...new Set(group.map(({ name }) => name))]
    const tasks = names.flatMap((name) => group.filter((one) => one.name === name))
    return { key, effects: tasks[0]?.brings ?? [], tasks }
  })
}
