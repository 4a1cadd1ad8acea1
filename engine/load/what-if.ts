import type { Asked, DepartmentStanding } from './department-load.ts'

/** A change of a department that is thought through before it is made. */
export type Supposed =
  /** So many requests of one person, or of nobody, go to another: the soonest due first. */
  | { kind: 'shift'; from: string | null; to: string; requests: number }
  | { kind: 'capacity'; person: string; capacity: number | null }
  | { kind: 'absence'; person: string; from: string; until: string }
  /** ISO dates on which the department closes. */
  | { kind: 'closed'; dates: string[] }

/** A department as it would stand, one change after the other. */
export const suppose = (standing: DepartmentStanding, changes: readonly Supposed[]): DepartmentStanding =>
  changes.reduce(changed, standing)

function changed(standing: DepartmentStanding, change: Supposed): DepartmentStanding {
  const person = (id: string, to: Partial<DepartmentStanding['people'][number]>) => ({
    ...standing,
    people: standing.people.map((one) => (one.id === id ? { ...one, ...to } : one)),
  })
  switch (change.kind) {
    case 'shift':
      return { ...standing, asked: shifted(standing.asked, change) }
    case 'capacity':
      return person(change.person, { capacity: change.capacity })
    case 'absence': {
      const before = standing.people.find(({ id }) => id === change.person)?.absences ?? []
      return person(change.person, { absences: [...before, { from: change.from, until: change.until }] })
    }
    case 'closed': {
      const { calendar } = standing
      return { ...standing, calendar: calendar && { ...calendar, closedOn: [...calendar.closedOn, ...change.dates] } }
    }
  }
}

function shifted(
  asked: readonly Asked[],
  { from, to, requests }: { from: string | null; to: string; requests: number },
) {
  let left = requests
  const stay: Asked[] = []
  const go: Asked[] = []
  for (const one of asked.toSorted((a, b) => rank(a) - rank(b))) {
    const moving = one.owner === from ? Math.min(left, one.requests) : 0
    left -= moving
    if (one.requests > moving) stay.push({ ...one, requests: one.requests - moving })
    if (moving > 0) go.push({ ...one, owner: to, requests: moving })
  }
  return [...stay, ...go]
}

const rank = ({ due }: Asked): number =>
  ({ overdue: -1, later: Number.MAX_SAFE_INTEGER - 1, undated: Number.MAX_SAFE_INTEGER })[due as string] ?? Number(due)
