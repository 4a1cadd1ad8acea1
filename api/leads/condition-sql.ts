import { type Condition, idOfField, leadFactName, type Test, tagOf, type ValueType } from '#engine'
import { Prisma } from '../../prisma/client.ts'

/** The type of a fact that a filter names. */
export type TypeOf = (fact: string) => ValueType

const { sql } = Prisma

/**
 * A condition as SQL over a row of `lead`, that holds for those leads for which json-rules-engine says so. SQL's third truth
 * value is Keynode's unknown: a comparison with it and its negation are both unmet. Pure; values are parameters. Expects
 * each test to fit the type of its fact.
 */
export function conditionSql(condition: Condition, typeOf: TypeOf): Prisma.Sql {
  if ('not' in condition) return sql`(NOT ${conditionSql(condition.not, typeOf)})`
  if ('all' in condition) return joined(condition.all, ' AND ', sql`TRUE`, typeOf)
  if ('any' in condition) return joined(condition.any, ' OR ', sql`FALSE`, typeOf)
  return testSql(condition, typeOf(condition.fact))
}

const joined = (parts: Condition[], word: string, none: Prisma.Sql, typeOf: TypeOf): Prisma.Sql =>
  parts.length === 0
    ? none
    : sql`(${Prisma.join(
        parts.map((part) => conditionSql(part, typeOf)),
        word,
      )})`

function testSql({ fact, operator, value }: Test, type: ValueType): Prisma.Sql {
  const has = factSql(fact, type)
  const cast = casts[type.kind]
  const one = sql`${value}::${cast}`
  switch (operator) {
    case 'equal':
      // Of a tag this is what its index can be asked for.
      return type.kind === 'flag' ? (value ? has : sql`(NOT ${has})`) : sql`${has} = ${one}`
    case 'notEqual':
      return type.kind === 'flag' ? (value ? sql`(NOT ${has})` : has) : sql`${has} <> ${one}`
    case 'lessThan':
      return sql`${has} < ${one}`
    case 'lessThanInclusive':
      return sql`${has} <= ${one}`
    case 'greaterThan':
      return sql`${has} > ${one}`
    case 'greaterThanInclusive':
      return sql`${has} >= ${one}`
    case 'in':
      return sql`${has} = ANY(${value}::${cast}[])`
    case 'notIn':
      return sql`${has} <> ALL(${value}::${cast}[])`
    case 'isKnown':
      return sql`${has} IS NOT NULL`
    case 'isUnknown':
      return sql`${has} IS NULL`
  }
}

const text = sql`TEXT`
const casts: Record<ValueType['kind'], Prisma.Sql> = {
  flag: sql`BOOLEAN`,
  number: sql`FLOAT8`,
  money: sql`FLOAT8`,
  date: text,
  text,
  choice: text,
}

const own: Record<string, Prisma.Sql> = {
  [leadFactName.own('name')]: sql`"name"`,
  [leadFactName.own('account')]: sql`"account"`,
  [leadFactName.own('contact')]: sql`"contact"`,
  [leadFactName.own('source')]: sql`"source"`,
  [leadFactName.own('stage')]: sql`"stage"`,
  [leadFactName.own('owner')]: sql`"owner_id"`,
  [leadFactName.own('promoted')]: sql`("deal_id" IS NOT NULL)`,
  [leadFactName.own('created')]: sql`to_char("created_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD') COLLATE "C"`,
  [leadFactName.own('changed')]: sql`to_char("changed_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD') COLLATE "C"`,
}

/** What a lead's row says of a fact, null where it is unknown. A field whose value is not of its type is unknown. */
function factSql(fact: string, type: ValueType): Prisma.Sql {
  const tag = tagOf(fact)
  if (tag !== undefined) return sql`("tags" @> ARRAY[${tag}]::TEXT[])`
  const field = idOfField(fact)
  return field === undefined ? (own[fact] ?? sql`NULL`) : fieldSql(field, type)
}

function fieldSql(id: string, type: ValueType): Prisma.Sql {
  const holds = (kind: string) => sql`jsonb_typeof("fields"->${id}::TEXT) = ${kind}::TEXT`
  switch (type.kind) {
    case 'flag':
      return sql`(CASE WHEN ${holds('boolean')} THEN ("fields"->${id}::TEXT)::BOOLEAN END)`
    case 'number':
    case 'money':
      return sql`(CASE WHEN ${holds('number')} THEN ("fields"->${id}::TEXT)::FLOAT8 END)`
    default:
      return sql`(CASE WHEN ${holds('string')} THEN "fields"->>${id}::TEXT END) COLLATE "C"`
  }
}
