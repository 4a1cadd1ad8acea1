import type { DecisionChain, SignOffRule } from '#engine'

/** One of the customer's people, as a test tells of them. Minutes count from the opening of the deal. */
export type Someone = {
  roles: string[]
  requester?: boolean
  hasLeft?: boolean
  away?: { from: number; until: number; delegate?: string }
}
export type Added = { id: string; layer: string; specialist?: string; place: 'before' | 'beside' | 'after' }

/** All that happened to a sign-off: signatures that stand, who is there, who was added, and the returns. */
export type Told = {
  signed: { role: string; at: number }[]
  people: Record<string, Someone>
  added: Added[]
  returned: { layer: string; specialist?: string; at: number }[]
}

const never = Number.POSITIVE_INFINITY

type Standing = { status: string; next: string[] }
/** A layer's own part where there is no specialist, or a department beside it. Layers are counted from the bottom. */
type Part = { n: number; specialist?: string | undefined }

/**
 * A second evaluator of the sign-off, written for tests from the words of ARCHITECTURE.md alone: it asks the drawing and what
 * was told over and over, and keeps nothing. For each layer, and each department by its id, its status and whose turn it is.
 */
export function naiveSignOff(chain: DecisionChain, told: Told): Record<string, Standing> {
  const { layers, specialists, roles } = chain
  const policies = {
    emptyLayer: 'blocks',
    samePerson: 'signs-each',
    requester: 'counts',
    absent: 'waits',
    ...chain.policies,
  }
  const people = Object.entries(told.people)
  const holders = (role: string) => people.filter(([, one]) => !one.hasLeft && one.roles.includes(role))
  const only = (role: string) => (holders(role).length === 1 ? holders(role)[0] : undefined)
  const onlyRoles = (person: string) => roles.map(({ id }) => id).filter((role) => only(role)?.[0] === person)
  const awayUntil = (role: string) => {
    const held = holders(role)
    return held.length > 0 && held.every(([, { away }]) => away)
      ? Math.min(...held.map(([, { away }]) => away?.until ?? never))
      : undefined
  }
  const isSentBack = ({ n, specialist }: Part, to: { layer: string; specialist?: string }) => {
    const rung = layers.findIndex(({ id }) => id === to.layer)
    return rung === n ? to.specialist === undefined || to.specialist === specialist : rung < n
  }
  const returnedAt = (part: Part) =>
    Math.max(-1, ...told.returned.filter((one) => isSentBack(part, one)).map(({ at }) => at))
  const wrote = (role: string, part: Part, from: number, before: number) =>
    told.signed.some((one) => one.role === role && one.at > returnedAt(part) && one.at >= from && one.at < before)

  const isLeftOut = (role: string, n: number) =>
    only(role)?.[1].requester === true &&
    (policies.requester === 'does-not-count' || (policies.requester === 'layer-above' && n === layers.length - 1))
  const goesUp = (role: string) => only(role)?.[1].requester === true && policies.requester === 'layer-above'

  /** `asks`: a seat that the layer above signs for asks that layer; otherwise it is taken as signed. */
  const hasSigned = (role: string, part: Part, before: number, asks: boolean): boolean => {
    if (goesUp(role)) return asks ? isSigned(part.n + 1, before, asks) : true
    if (wrote(role, part, -1, before)) return true
    const self = only(role)?.[0]
    if (policies.samePerson === 'signs-once' && self && onlyRoles(self).some((one) => wrote(one, part, -1, before)))
      return true
    if (policies.absent !== 'delegate-signs' || awayUntil(role) === undefined) return false
    return holders(role).some(([, { away }]) => {
      const delegate = away?.delegate ? told.people[away.delegate] : undefined
      if (!away?.delegate || !delegate || delegate.hasLeft) return false
      if (delegate.requester && policies.requester !== 'counts') return false
      return onlyRoles(away.delegate).some((one) => wrote(one, part, away.from, Math.min(before, away.until)))
    })
  }
  const enough = (seats: string[], need: number, part: Part, before: number, asks: boolean): boolean => {
    if (seats.filter((role) => hasSigned(role, part, before, asks)).length >= need) return true
    const back = Math.min(never, ...seats.map((role) => awayUntil(role) ?? never))
    if (policies.absent !== 'passes' || back === never) return false
    const there = seats.filter((role) => awayUntil(role) === undefined)
    const by = Math.min(before, back)
    if (there.length > 0)
      return there.filter((role) => hasSigned(role, part, by, asks)).length >= Math.min(need, there.length)
    return layers.slice(0, part.n).every((_, below) => isSigned(below, by, false))
  }
  const seatsOf = ({ n, specialist }: Part) =>
    roles
      .filter((role) => (specialist ? role.specialist === specialist : role.layer === layers[n]?.id))
      .map(({ id }) => id)
  const ruleOf = ({ n, specialist }: Part): SignOffRule =>
    specialist ? { kind: 'all' } : (layers[n]?.rule ?? { kind: 'all' })
  const needOf = (part: Part) => {
    const drawn = seatsOf(part)
    const seats = drawn.filter((role) => !isLeftOut(role, part.n))
    const rule = ruleOf(part)
    if (rule.kind === 'any') return 1
    if (rule.kind !== 'at-least') return Math.max(1, seats.length)
    return seats.length === drawn.length ? rule.count : Math.max(1, Math.min(rule.count, seats.length))
  }
  const addedTo = ({ n, specialist }: Part, place?: Added['place']) =>
    told.added
      .filter((one) => one.layer === layers[n]?.id && one.specialist === specialist && (!place || one.place === place))
      .map(({ id }) => id)
  const passes = (part: Part) =>
    policies.emptyLayer === 'passes' &&
    addedTo(part).length === 0 &&
    seatsOf(part)
      .filter((role) => !isLeftOut(role, part.n))
      .every((role) => holders(role).length === 0 && people.some(([, one]) => one.roles.includes(role)))
  const partSigned = (part: Part, before: number, asks: boolean): boolean => {
    if (passes(part)) return true
    const seats = seatsOf(part).filter((role) => !isLeftOut(role, part.n))
    const added = addedTo(part)
    const own = (seats.length === 0 && added.length > 0) || enough(seats, needOf(part), part, before, asks)
    return own && (added.length === 0 || enough(added, added.length, part, before, asks))
  }
  const besideOf = (n: number): Part[] =>
    specialists.filter(({ layer }) => layer === layers[n]?.id).map(({ id }) => ({ n, specialist: id }))
  const partsOf = (n: number): Part[] => [{ n }, ...besideOf(n)]
  const isSigned = (n: number, before: number, asks: boolean): boolean =>
    partsOf(n).every((part) => partSigned(part, before, asks))
  const nextOf = (part: Part): string[] => {
    if (partSigned(part, never, true)) return []
    const missing = (group: string[]) => group.filter((role) => !hasSigned(role, part, never, true))
    const seats = seatsOf(part).filter((role) => !isLeftOut(role, part.n))
    const inTurn = ruleOf(part).kind === 'in-turn'
    const need = inTurn ? 1 : needOf(part)
    const askedOf = (group: string[]) => (group.length - missing(group).length < need ? missing(group) : [])
    const turns = [
      missing(addedTo(part, 'before')),
      [...askedOf(inTurn ? seats.slice(0, 1) : seats), ...missing(addedTo(part, 'beside'))],
      ...(inTurn ? seats.slice(1).map((role) => missing([role])) : []),
      missing(addedTo(part, 'after')),
    ]
    return turns.find((turn) => turn.length > 0) ?? []
  }
  const isTurnOf = (n: number) => layers.slice(0, n).every((_, below) => isSigned(below, never, false))
  const layerStanding = (n: number): Standing => {
    if (partsOf(n).every(passes)) return { status: 'not-needed', next: [] }
    if (isSigned(n, never, true)) return { status: 'signed', next: [] }
    return isTurnOf(n) ? { status: 'open', next: nextOf({ n }) } : { status: 'waiting', next: [] }
  }
  const besideStanding = (part: Part): Standing => {
    if (passes(part)) return { status: 'not-needed', next: [] }
    if (partSigned(part, never, true)) return { status: 'signed', next: [] }
    return isTurnOf(part.n) ? { status: 'open', next: nextOf(part) } : { status: 'waiting', next: [] }
  }
  return Object.fromEntries(
    layers.flatMap(({ id }, n): [string, Standing][] => [
      [id, layerStanding(n)],
      ...besideOf(n).map((part): [string, Standing] => [part.specialist ?? '', besideStanding(part)]),
    ]),
  )
}
