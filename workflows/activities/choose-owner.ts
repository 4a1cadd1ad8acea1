/** Somebody of a department: how many open requests they have, and how many they can have at once, where that is set. */
export type Member = { id: string; load: number; capacity?: number }

/** While somebody is away: from an instant, up to and without another. */
export type Absence = { userId: string; from: string; until: string }

/**
 * Who is given a new request: of those who are there and have room for it the one with the fewest, then the first by id.
 * Nobody, where nobody can take it: it then waits in the department's queue.
 */
export function chooseOwner(members: Member[], absences: Absence[], now: string): string | undefined {
  const isAway = (id: string) =>
    absences.some(
      ({ userId, from, until }) =>
        userId === id && Date.parse(from) <= Date.parse(now) && Date.parse(now) < Date.parse(until),
    )
  return members
    .filter(({ id, load, capacity }) => !isAway(id) && (capacity === undefined || load < capacity))
    .sort((a, b) => a.load - b.load || (a.id < b.id ? -1 : 1))[0]?.id
}
