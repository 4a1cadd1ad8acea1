import {
  canonicalJson,
  catalogueOf,
  type Fact,
  factName,
  fits,
  isTest,
  type Place,
  type ProcessModel,
  type Scalar,
  type Test,
} from '#engine'

type Replaced = {
  was: Place
  is: Place
  /** The drawing in which it is still what it was. */
  from: ProcessModel
}
type Members = Record<string, unknown>

/** Members that name an element or a commitment by its id: on which a time starts. */
const clocks = ['dueFrom', 'lateFrom', 'usuallyFrom']

/**
 * A drawing whose conditions, clocks, effects and scenarios name what a thing has become, wherever that can be named so. A
 * comparison that would ask another question stays as it is: the checks then say that it asks about nothing.
 */
export function carriedOver(model: ProcessModel, { was, is, from }: Replaced): ProcessModel {
  const old = factsOf(from, was)
  const young = factsOf(model, is)
  const isObserved = is.kind === 'element' || is.kind === 'commitment'
  const wasObserved = was.kind === 'element' || was.kind === 'commitment'
  const otherName = (name: string): Fact | undefined => young[old.findIndex((fact) => fact?.name === name)]

  function put(one: Members): Members {
    const { fact } = one
    const next = typeof fact === 'string' ? otherName(fact) : undefined
    const before = old.find((known) => known?.name === fact)
    if (next && before && stillMeans(one, before, next)) return { ...one, fact: next.name }
    if (!wasObserved || !('id' in one)) return one
    const kept = Object.entries(one).filter(
      ([member, value]) => isObserved || !clocks.includes(member) || value !== was.id,
    )
    const brings = one.brings
    const drops = Array.isArray(brings) && (!isObserved || (is.kind === 'commitment' && 'blocks' in one))
    return {
      ...Object.fromEntries(kept),
      ...(drops && { brings: brings.filter((id) => id !== was.id) }),
    }
  }
  return throughout(model, put) as ProcessModel
}

/** The facts that a thing is known by: itself, its evidence, and how long ago it was. */
function factsOf(model: ProcessModel, { kind, id }: Place): (Fact | undefined)[] {
  const own = `${kind}.${id}`
  const facts = new Map(catalogueOf(model).map((fact) => [fact.name, fact]))
  return [own, factName.grade(own), factName.daysSince(own)].map((name) => facts.get(name))
}

/** Whether a comparison, or a fact that a scenario plays, says of the one what it said of the other. */
function stillMeans(one: Members, before: Fact, after: Fact): boolean {
  const isSameType = canonicalJson(before.value) === canonicalJson(after.value)
  if ('operator' in one && isTest(one as Test))
    return isSameType || ['isKnown', 'isUnknown'].includes(String(one.operator))
  return 'value' in one ? isSameType && fits(after.value, one.value as Scalar) : isSameType
}

function throughout(value: unknown, put: (one: Members) => Members): unknown {
  if (Array.isArray(value)) return value.map((one) => throughout(one, put))
  if (value === null || typeof value !== 'object') return value
  return put(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, throughout(member, put)])))
}
