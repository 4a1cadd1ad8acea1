/** Somebody of a department: how many open requests of it they have, and how many they can have at once, where that is set. */
export type Member = { id: string; load: number; capacity?: number }

/** While somebody is away: from an instant, up to and without another. Who stands in, where somebody does. */
export type Absence = { userId: string; from: string; until: string; delegateId?: string }

/** How one is chosen. `last`: whose turn it was before. `people`: who is named, whoever is to take it first. */
export type Choice =
  | { kind: 'least-loaded' }
  | { kind: 'in-turn'; last?: string }
  | { kind: 'named'; people: readonly string[] }

/**
 * Who is given a new request, of those who are there and have room for it: the one with the fewest, then the first by id;
 * the next by id after whose turn it was; or the first who is named, or stands in for one who is. Nobody, where nobody can
 * take it: it then waits in the department's queue.
 */
export function chooseOwner(
  members: readonly Member[],
  absences: readonly Absence[],
  now: string,
  choice: Choice = { kind: 'least-loaded' },
): string | undefined {
  const absencesNow = absences.filter(
    ({ from, until }) => Date.parse(from) <= Date.parse(now) && Date.parse(now) < Date.parse(until),
  )
  const able = members
    .filter(({ id, load, capacity }) => hasRoom(load, capacity) && !absencesNow.some(({ userId }) => userId === id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  switch (choice.kind) {
    case 'least-loaded':
      return able.reduce<Member | undefined>((least, one) => (least && least.load <= one.load ? least : one), undefined)
        ?.id
    case 'in-turn':
      return (able.find(({ id }) => choice.last === undefined || id > choice.last) ?? able[0])?.id
    case 'named': {
      const standIns = (person: string) =>
        absencesNow.flatMap(({ userId, delegateId }) => (userId === person && delegateId ? [delegateId] : []))
      const wanted = choice.people.flatMap((person) => [person, ...standIns(person)])
      return wanted.find((person) => able.some(({ id }) => id === person))
    }
  }
}

const hasRoom = (load: number, capacity: number | undefined): boolean => capacity === undefined || load < capacity
