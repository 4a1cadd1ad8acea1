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
  returned: { layer: string; at: number }[]
}

const never = Number.POSITIVE_INFINITY

/**
 * A second evaluator of the sign-off, written for tests from the words of ARCHITECTURE.md alone: it asks the drawing and what
 * was told over and over, and keeps nothing. For each layer its status, and whose turn it is.
 */
export function naiveSignOff(chain: DecisionChain, told: Told): Record<string, { status: string; next: string[] }> {
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
  const returnedAt = (n: number) =>
    Math.max(
      -1,
      ...told.returned.filter(({ layer }) => layers.findIndex(({ id }) => id === layer) <= n).map(({ at }) => at),
    )
  const wrote = (role: string, n: number, from: number, before: number) =>
    told.signed.some((one) => one.role === role && one.at > returnedAt(n) && one.at >= from && one.at < before)

  const isLeftOut = (role: string, n: number) =>
    only(role)?.[1].requester === true &&
    (policies.requester === 'does-not-count' || (policies.requester === 'layer-above' && n === layers.length - 1))
  const goesUp = (role: string) => only(role)?.[1].requester === true && policies.requester === 'layer-above'

  /** `asks`: a seat that the layer above signs for asks that layer; otherwise it is taken as signed. */
  const hasSigned = (role: string, n: number, before: number, asks: boolean): boolean => {
    if (goesUp(role)) return asks ? isSigned(n + 1, before, asks) : true
    if (wrote(role, n, -1, before)) return true
    const self = only(role)?.[0]
    if (policies.samePerson === 'signs-once' && self && onlyRoles(self).some((one) => wrote(one, n, -1, before)))
      return true
    if (policies.absent !== 'delegate-signs' || awayUntil(role) === undefined) return false
    return holders(role).some(([, { away }]) => {
      const delegate = away?.delegate ? told.people[away.delegate] : undefined
      if (!away?.delegate || !delegate || delegate.hasLeft) return false
      if (delegate.requester && policies.requester !== 'counts') return false
      return onlyRoles(away.delegate).some((one) => wrote(one, n, away.from, Math.min(before, away.until)))
    })
  }
  const enough = (seats: string[], need: number, n: number, before: number, asks: boolean): boolean => {
    if (seats.filter((role) => hasSigned(role, n, before, asks)).length >= need) return true
    const back = Math.min(never, ...seats.map((role) => awayUntil(role) ?? never))
    if (policies.absent !== 'passes' || back === never) return false
    const there = seats.filter((role) => awayUntil(role) === undefined)
    const by = Math.min(before, back)
    if (there.length > 0)
      return there.filter((role) => hasSigned(role, n, by, asks)).length >= Math.min(need, there.length)
    return layers.slice(0, n).every((_, below) => isSigned(below, by, false))
  }
  const seatsOf = (n: number, specialist: string | undefined) =>
    roles
      .filter((role) => (specialist ? role.specialist === specialist : role.layer === layers[n]?.id))
      .map(({ id }) => id)
  const ruleOf = (n: number, specialist: string | undefined): SignOffRule =>
    specialist ? { kind: 'all' } : (layers[n]?.rule ?? { kind: 'all' })
  const needOf = (n: number, specialist: string | undefined) => {
    const drawn = seatsOf(n, specialist)
    const seats = drawn.filter((role) => !isLeftOut(role, n))
    const rule = ruleOf(n, specialist)
    if (rule.kind === 'any') return 1
    if (rule.kind !== 'at-least') return Math.max(1, seats.length)
    return seats.length === drawn.length ? rule.count : Math.max(1, Math.min(rule.count, seats.length))
  }
  const addedTo = (n: number, specialist: string | undefined, place?: Added['place']) =>
    told.added
      .filter((one) => one.layer === layers[n]?.id && one.specialist === specialist && (!place || one.place === place))
      .map(({ id }) => id)
  const passes = (n: number, specialist: string | undefined) =>
    policies.emptyLayer === 'passes' &&
    addedTo(n, specialist).length === 0 &&
    seatsOf(n, specialist)
      .filter((role) => !isLeftOut(role, n))
      .every((role) => holders(role).length === 0 && people.some(([, one]) => one.roles.includes(role)))
  const partSigned = (n: number, specialist: string | undefined, before: number, asks: boolean): boolean => {
    if (passes(n, specialist)) return true
    const seats = seatsOf(n, specialist).filter((role) => !isLeftOut(role, n))
    const added = addedTo(n, specialist)
    const own = (seats.length === 0 && added.length > 0) || enough(seats, needOf(n, specialist), n, before, asks)
    return own && (added.length === 0 || enough(added, added.length, n, before, asks))
  }
  const besideOf = (n: number) => specialists.filter(({ layer }) => layer === layers[n]?.id).map(({ id }) => id)
  const isSigned = (n: number, before: number, asks: boolean): boolean =>
    [undefined, ...besideOf(n)].every((part) => partSigned(n, part, before, asks))
  const nextOf = (n: number): string[] => {
    if (partSigned(n, undefined, never, true)) return []
    const missing = (group: string[]) => group.filter((role) => !hasSigned(role, n, never, true))
    const seats = seatsOf(n, undefined).filter((role) => !isLeftOut(role, n))
    const inTurn = ruleOf(n, undefined).kind === 'in-turn'
    const need = inTurn ? 1 : needOf(n, undefined)
    const askedOf = (group: string[]) => (group.length - missing(group).length < need ? missing(group) : [])
    const turns = [
      missing(addedTo(n, undefined, 'before')),
      [...askedOf(inTurn ? seats.slice(0, 1) : seats), ...missing(addedTo(n, undefined, 'beside'))],
      ...(inTurn ? seats.slice(1).map((role) => missing([role])) : []),
      missing(addedTo(n, undefined, 'after')),
    ]
    return turns.find((turn) => turn.length > 0) ?? []
  }
  return Object.fromEntries(
    layers.map(({ id }, n) => {
      if ([undefined, ...besideOf(n)].every((part) => passes(n, part))) return [id, { status: 'not-needed', next: [] }]
      if (isSigned(n, never, true)) return [id, { status: 'signed', next: [] }]
      const isOpen = layers.slice(0, n).every((_, below) => isSigned(below, never, false))
      return [id, { status: isOpen ? 'open' : 'waiting', next: isOpen ? nextOf(n) : [] }]
    }),
  )
}
