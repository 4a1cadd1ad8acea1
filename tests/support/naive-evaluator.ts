import type { Condition, ProcessModel, Scalar, Stage } from '#engine'
import type { Learnt } from './random-models.ts'

type Value = Scalar | undefined

/**
 * A second engine, written for tests from design.md's words alone: it reads the drawing, not the plan, asks no library and
 * keeps no state. Which stages are passed and open, for a set of observations.
 */
export function naiveStatuses(model: ProcessModel, learnt: Learnt[]): Record<string, 'waiting' | 'open' | 'completed'> {
  const known = model.stages.flatMap((s) => [
    ...s.elements.map((e) => `element.${e.id}`),
    ...s.commitments.map((c) => `commitment.${c.id}`),
  ])
  const observed = learnt.filter((one) => known.includes(one.fact) || one.fact === 'attribute.size')
  const newest = (fact: string) =>
    observed
      .filter((one) => one.fact === fact)
      .sort((a, b) => (a.at + a.id).localeCompare(b.at + b.id))
      .at(-1)
  const rank = { said: 1, written: 2, signed: 3 }
  const value = (fact: string): Value => {
    if (fact.startsWith('layer.')) return signedOff(fact.slice(6)) ? true : undefined
    if (!fact.startsWith('grade.')) return newest(fact)?.value
    const base = newest(fact.slice(6))
    return (
      base &&
      Math.max(
        ...observed.filter((one) => one.fact === base.fact && one.value === base.value).map((one) => rank[one.grade]),
      )
    )
  }
  const promised = (role: string) => {
    const asked = model.stages.flatMap((s) => s.commitments).filter((c) => c.role === role)
    return asked.length > 0 && asked.every((c) => value(`commitment.${c.id}`) === true)
  }
  const signedOff = (id: string): boolean => {
    const layer = model.chain.layers.find((one) => one.id === id)
    if (!layer) return false
    const needed = layer.when ? truth(layer.when, value) : true
    if (needed === false) return true
    if (needed === undefined) return false
    const roles = model.chain.roles.filter((role) => role.layer === id)
    const signed = roles.filter((role) => promised(role.id)).length
    return layer.rule.kind === 'any' ? signed > 0 : signed === roles.length && signed > 0
  }
  const met = (condition: Condition | undefined) => !condition || truth(condition, value) === true
  const satisfied = (stage: Stage) =>
    stage.elements.every((e) => !e.required || value(`element.${e.id}`) !== undefined) &&
    stage.commitments.every((c) => !c.required || value(`commitment.${c.id}`) === true) &&
    met(stage.exit)
  const passed = new Set<string>()
  const entered = new Set<string>()
  for (let round = 0; round <= model.stages.length * 2; round++)
    for (const stage of model.stages) {
      const ways = model.transitions.filter((t) => t.to === stage.id)
      const taken = ways.filter((t) => passed.has(t.from) && met(t.condition))
      const reached = ways.length === 0 || (stage.join === 'all' ? taken.length === ways.length : taken.length > 0)
      if (reached && met(stage.entry)) entered.add(stage.id)
      if (entered.has(stage.id) && satisfied(stage)) passed.add(stage.id)
    }
  return Object.fromEntries(
    model.stages.map(({ id }) => [id, passed.has(id) ? 'completed' : entered.has(id) ? 'open' : 'waiting']),
  )
}

function truth(condition: Condition, value: (fact: string) => Value): boolean | undefined {
  if ('not' in condition) {
    const inner = truth(condition.not, value)
    return inner === undefined ? undefined : !inner
  }
  if ('all' in condition) {
    const members = condition.all.map((one) => truth(one, value))
    return members.includes(false) ? false : members.includes(undefined) ? undefined : true
  }
  if ('any' in condition) {
    const members = condition.any.map((one) => truth(one, value))
    return members.includes(true) ? true : members.includes(undefined) ? undefined : false
  }
  const is = value(condition.fact)
  if (is === undefined) return undefined
  if (condition.operator === 'equal') return is === condition.value
  if (condition.operator === 'notEqual') return is !== condition.value
  if (condition.operator === 'greaterThan') return Number(is) > Number(condition.value)
  if (condition.operator === 'greaterThanInclusive') return Number(is) >= Number(condition.value)
  throw new Error(`the naive evaluator does not know ${condition.operator}`)
}
