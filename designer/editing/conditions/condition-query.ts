import { type Condition, isTest, type Operator, type Test } from '#engine'

/*
 * Our conditions and react-querybuilder's queries, without loss in either direction. A query's group says how it joins
 * what is in it: all of it, any of it, or none of it. `bare` marks a root that stands for a single comparison.
 */

export type QueryRule = { id?: string; path?: number[]; field: string; operator: string; value: Test['value'] }
export type QueryGroup = {
  id?: string
  path?: number[]
  combinator: string
  rules: (QueryRule | QueryGroup)[]
  bare?: true
}

export function toQuery(condition: Condition): QueryGroup {
  return isTest(condition) ? { combinator: 'all', bare: true, rules: [ruleOf(condition)] } : groupOf(condition)
}

export function toCondition(query: QueryGroup): Condition {
  const [only, ...others] = query.rules
  if (query.bare && query.combinator === 'all' && only && others.length === 0) return partOf(only)
  const parts = query.rules.map(partOf)
  if (query.combinator === 'any') return { any: parts }
  if (query.combinator === 'all') return { all: parts }
  const [part, ...more] = parts
  return { not: part && more.length === 0 ? part : { any: parts } }
}

function ruleOf(test: Extract<Condition, { fact: string }>): QueryRule {
  return { field: test.fact, operator: test.operator, value: test.value }
}

function groupOf(condition: Exclude<Condition, { fact: string }>): QueryGroup {
  if ('all' in condition) return { combinator: 'all', rules: condition.all.map(queryOf) }
  if ('any' in condition) return { combinator: 'any', rules: condition.any.map(queryOf) }
  const inner = condition.not
  const isList = 'any' in inner && inner.any.length !== 1
  return { combinator: 'none', rules: isList ? inner.any.map(queryOf) : [queryOf(inner)] }
}

const queryOf = (condition: Condition): QueryRule | QueryGroup =>
  isTest(condition) ? ruleOf(condition) : groupOf(condition)

const partOf = (part: QueryRule | QueryGroup): Condition =>
  'rules' in part ? toCondition(part) : { fact: part.field, operator: part.operator as Operator, value: part.value }
