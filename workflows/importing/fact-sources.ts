import { catalogueOf, type Fact, type ProcessModel, type Scalar, type ValueType } from '#engine'
import { DomainError } from '#engine/deal'
import { asValue } from './as-value.ts'
import type { Mapping } from './mapping.ts'
import { lettersOf, nearest } from './nearest.ts'

/** Where a fact's value comes from: of several columns, the first that has one. */
export type FactSource = { fact: string; type: ValueType; columns: string[]; values: Record<string, Scalar> }

/** Columns that an attribute of this name is filled from, beside one that is called the same. */
const usualColumns: Record<string, string[]> = {
  amount: ['close_value', 'sales_price'],
  value: ['close_value', 'sales_price'],
  dealvalue: ['close_value', 'sales_price'],
  listprice: ['sales_price'],
  region: ['regional_office'],
  industry: ['sector'],
  engagedsince: ['engage_date'],
}

/**
 * Which of a model's facts an import fills, from which columns. By itself it fills attributes whose name tells; what a
 * customer has disclosed or promised is said by the mapping. Throws where the mapping names what is not there.
 */
export function factSources(model: ProcessModel, columns: readonly string[], mapping: Mapping): FactSource[] {
  const facts = observedFacts(model)
  for (const [stage, { facts: known }] of Object.entries(mapping.stages))
    for (const [fact, value] of Object.entries(known)) requireValue(facts, fact, value, `stage ${stage}`)
  const byName = facts
    .filter(({ origin, name }) => origin.kind === 'attribute' && !(name in mapping.facts))
    .map((fact) => ({ fact: fact.name, type: fact.value, columns: columnsFor(fact, columns), values: {} }))
    .filter((source) => source.columns.length > 0)
  const bySaying = Object.entries(mapping.facts).flatMap(([name, from]) => {
    if (!from) return []
    const { value: type } = requireFact(facts, name)
    for (const column of from.column) requireColumn(columns, column, name)
    for (const value of Object.values(from.values)) requireValue(facts, name, value, 'values')
    return [{ fact: name, type, columns: from.column, values: from.values }]
  })
  return [...byName, ...bySaying]
}

const observedFacts = (model: ProcessModel): Fact[] =>
  catalogueOf(model).filter(({ origin }) => ['attribute', 'element', 'commitment'].includes(origin.kind))

function columnsFor({ label, origin }: Fact, columns: readonly string[]): string[] {
  const names = [lettersOf(label), ...('id' in origin ? [lettersOf(origin.id)] : [])]
  const alike = columns.filter((column) => names.includes(lettersOf(column)))
  const usual = names.flatMap((name) => usualColumns[name] ?? []).filter((column) => columns.includes(column))
  return [...new Set([...alike, ...usual])]
}

function requireFact(facts: Fact[], name: string): Fact {
  const fact = facts.find((one) => one.name === name)
  if (fact) return fact
  const names = facts.map((one) => one.name)
  const meant = nearest(name, names)
  throw new DomainError(
    'FACT_UNKNOWN',
    `The mapping names the fact ${name}, which the model does not have.${meant ? ` Is it ${meant}?` : ''} It has: ${names.join(', ')}.`,
    { fact: name },
  )
}

function requireColumn(columns: readonly string[], column: string, fact: string): void {
  if (columns.includes(column)) return
  throw new DomainError(
    'REQUEST_INVALID',
    `The mapping fills ${fact} from the column “${column}”, which no file has. They have: ${columns.join(', ')}.`,
    { column, fact },
  )
}

function requireValue(facts: Fact[], name: string, value: Scalar, where: string): void {
  const { value: type } = requireFact(facts, name)
  if (asValue(type, String(value)) === value) return
  throw new DomainError(
    'VALUE_MISMATCH',
    `The mapping gives ${name} the value ${JSON.stringify(value)} (${where}), which is not ${expected(type)}.`,
    { fact: name, value },
  )
}

/** What a value of a type looks like, for people. */
export function expected(type: ValueType): string {
  const looks = {
    flag: 'yes or no',
    number: 'a number',
    money: 'an amount',
    date: 'a date such as 2026-03-31',
    text: 'a text',
    choice: 'one of the model’s choices',
  }
  return type.kind === 'choice' ? `one of ${type.options.map((option) => `“${option}”`).join(', ')}` : looks[type.kind]
}
