import type { DealState } from '../deal/deal-state.ts'

/** What support has cost a deal, in hours: in all, and by department; a manager's own hours stand under no department. */
export type SupportHours = { total: number; departments: { department: string; hours: number }[] }

/** Adds up the hours that were stated on a deal's requests, the dearest department first. */
export function supportHours({ supportRequests }: DealState): SupportHours {
  const spent = new Map<string, number>()
  for (const { department, hours = 0 } of Object.values(supportRequests))
    if (hours > 0) spent.set(department, hundredths((spent.get(department) ?? 0) + hours))
  const departments = [...spent].map(([department, hours]) => ({ department, hours })).sort((a, b) => b.hours - a.hours)
  return { total: hundredths(departments.reduce((sum, { hours }) => sum + hours, 0)), departments }
}

/** Sums of decimals as people write them: 0.1 and 0.2 are 0.3. */
export const hundredths = (hours: number): number => Math.round(hours * 100) / 100
