import { factName, type Grade, gradeRank, grades, type KnownFacts, type Scalar, type Standing } from '#engine'

/**
 * How an element or a commitment stands on a deal. `weak`: there, on less evidence than the stage asks for. `denied`: the
 * customer said no. `covered`: not given by its own role, but by the leader of the deal's style. `lapsed`: it was promised,
 * and no longer holds.
 */
export type Obtained = {
  state: 'missing' | 'obtained' | 'weak' | 'denied'
  value?: Scalar
  grade?: Grade
  covered?: boolean
  lapsed?: boolean
}

export type Known = { standing: ReadonlyMap<string, Standing>; facts?: KnownFacts | undefined }

/** `lapses`: whether the model lets it hold for a time only; the engine's facts then say whether it still does. */
export function obtainedOf(known: Known, fact: string, asked: Grade, lapses = false): Obtained {
  const standing = known.standing.get(fact)
  if (!standing && known.facts?.[fact] === true) return coveredBy(Number(known.facts[factName.grade(fact)] ?? 0), asked)
  if (!standing) return { state: 'missing' }
  if (lapses && known.facts && known.facts[fact] === undefined) return { state: 'missing', lapsed: true }
  const grade = gradeOf(standing.grade)
  const told = { value: standing.value, ...(grade && { grade }) }
  if (standing.value === false) return { state: 'denied', ...told }
  return { state: standing.grade >= gradeRank(asked) ? 'obtained' : 'weak', ...told }
}

function coveredBy(rank: number, asked: Grade): Obtained {
  const grade = gradeOf(rank)
  return { state: rank >= gradeRank(asked) ? 'obtained' : 'weak', covered: true, ...(grade && { grade }) }
}

const gradeOf = (rank: number): Grade | undefined => grades[rank - 1]
