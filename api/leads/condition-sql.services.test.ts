import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Condition,
  type Funnel,
  type KnownLead,
  leadCatalogue,
  leadFactName,
  leadFacts,
  type Operator,
  type Scalar,
  type ValueType,
} from '#engine'
import { lowerCondition } from '../../engine/compile/lower-condition.ts'
import { evaluate } from '../../engine/evaluate/evaluate.ts'
import { aDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { conditionSql } from './condition-sql.ts'
import { fitFilter } from './fit-filter.ts'

const funnel: Funnel = {
  stages: ['new', 'called'].map((id) => ({ id, name: id })),
  fields: [
    { id: 'size', name: 'Size', value: { kind: 'number' } },
    { id: 'budget', name: 'Budget', value: { kind: 'money' } },
    { id: 'city', name: 'City', value: { kind: 'text' } },
    { id: 'plan', name: 'Plan', value: { kind: 'choice', options: ['basic', 'gold'] } },
    { id: 'trial', name: 'Trial', value: { kind: 'flag' } },
    { id: 'since', name: 'Since', value: { kind: 'date' } },
  ],
}
const tags = ['vip', 'it’s "quoted", 50%', '臺北']
const words = ['Anna', 'anna', "O'Neil", '臺北', '5', '\\', 'ä']
const days = ['2025-12-31', '2026-01-01', '2026-01-02']

const someValue = (type: ValueType): fc.Arbitrary<Scalar> => {
  switch (type.kind) {
    case 'flag':
      return fc.boolean()
    case 'number':
    case 'money':
      return fc.constantFrom(-1.5, 0, 0.1, 0.30000000000000004, 7, 1e21)
    case 'date':
      return fc.constantFrom(...days)
    case 'choice':
      return fc.constantFrom(...type.options)
    case 'text':
      return fc.constantFrom(...words)
  }
}
const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const word = fc.constantFrom(...words)
const day = fc.constantFrom(...days)

const anyLead: fc.Arbitrary<KnownLead> = fc.record({
  name: word,
  account: perhaps(word),
  contact: perhaps(word),
  source: perhaps(word),
  stage: fc.constantFrom('new', 'called'),
  tags: fc.uniqueArray(fc.constantFrom(...tags)),
  owner: perhaps(fc.constantFrom('one', 'two')),
  isPromoted: fc.constant(false),
  createdOn: day,
  changedOn: day,
  fields: fc.tuple(...funnel.fields.map(({ value }) => perhaps(someValue(value)))).map((values) =>
    Object.fromEntries(
      funnel.fields.flatMap(({ id }, n) => {
        const value = values[n] ?? null
        return value === null ? [] : [[id, value]]
      }),
    ),
  ),
})

const operatorsOf: Record<ValueType['kind'], Operator[]> = {
  flag: ['equal', 'notEqual'],
  number: ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'equal', 'notEqual', 'in', 'notIn'],
  money: ['lessThan', 'greaterThanInclusive', 'equal'],
  date: ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'equal'],
  text: ['equal', 'notEqual', 'in', 'notIn'],
  choice: ['equal', 'notEqual', 'in', 'notIn'],
}
const anyTest = fc.constantFrom(...leadCatalogue(funnel, tags, ['one', 'two'])).chain(({ name, value }) =>
  fc
    .constantFrom<Operator[]>(
      ...[...operatorsOf[value.kind], 'isKnown' as const, 'isUnknown' as const].map((one) => [one]),
    )
    .chain(([operator = 'isKnown']): fc.Arbitrary<Condition> => {
      if (operator === 'isKnown' || operator === 'isUnknown') return fc.constant({ fact: name, operator, value: true })
      const one = someValue(value)
      const given = operator === 'in' || operator === 'notIn' ? fc.array(one, { minLength: 1, maxLength: 3 }) : one
      return given.map((asked) => ({ fact: name, operator, value: asked }))
    }),
)
const anyFilter = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyTest,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition

let database: TestDatabase
beforeAll(async () => {
  database = await aDatabase()
  await database.db.segment.create({ data: { id: 'mass', name: 'Mass', mode: 'funnel' } })
})
afterAll(() => database?.drop())

test('a filter finds in the database the very leads for which json-rules-engine says that it holds', async () => {
  const { db } = database
  const leads = fc.sample(anyLead, 400)
  await db.lead.createMany({
    data: leads.map(({ owner, createdOn, changedOn, isPromoted: _, ...lead }, n) => ({
      ...lead,
      id: String(n),
      segmentId: 'mass',
      ownerId: owner,
      tags: [...lead.tags],
      fields: lead.fields,
      createdAt: new Date(`${createdOn}T23:59:59Z`),
      changedAt: new Date(`${changedOn}T00:00:00Z`),
    })),
  })
  const facts = leads.map((lead) => leadFacts(lead, tags))
  await fc.assert(
    fc.asyncProperty(anyFilter, async (filter) => {
      const rows = await db.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM "lead" WHERE ${conditionSql(filter, fitFilter(filter, funnel))}`
      const rules = { filter: lowerCondition(filter) }
      const held = await Promise.all(facts.map((known) => evaluate(rules, known)))
      const expected = held.flatMap((rules, n) => (rules.has('filter') ? [String(n)] : []))
      expect(rows.map(({ id }) => id).sort()).toEqual(expected.sort())
    }),
    { numRuns: 300 },
  )
})

test.each([
  [{ fact: leadFactName.field('height'), operator: 'equal', value: 1 }, 'FACT_UNKNOWN'],
  [{ fact: 'deal.owner', operator: 'equal', value: 'one' }, 'FACT_UNKNOWN'],
  [{ fact: leadFactName.field('size'), operator: 'equal', value: '1' }, 'VALUE_MISMATCH'],
  [{ fact: leadFactName.field('city'), operator: 'lessThan', value: 'b' }, 'VALUE_MISMATCH'],
  [{ fact: leadFactName.field('city'), operator: 'in', value: 'b' }, 'VALUE_MISMATCH'],
  [{ fact: leadFactName.tag('vip'), operator: 'equal', value: 'yes' }, 'VALUE_MISMATCH'],
  [{ fact: leadFactName.field('size'), operator: 'lessThan', value: { fact: 'threshold.small' } }, 'VALUE_MISMATCH'],
] as [Condition, string][])('the filter %j is refused with %s', (filter, code) => {
  expect(() => fitFilter({ all: [{ not: filter }] }, funnel)).toThrow(expect.objectContaining({ code }))
})
