import { describe, expect, it } from 'vitest'
import { type ProcessModelDraft, processModelSchema } from '#engine'
import { aCrm } from '../../tests/support/a-crm.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { type CrmFiles, readCrmFiles } from './crm-files.ts'
import { type Decision, decideRows } from './decide-rows.ts'
import { mappingSchema } from './mapping.ts'

const now = new Date('2026-03-01T12:00:00.000Z')
const model: ProcessModelDraft = {
  ...smallPurchase,
  attributes: [
    { id: 'amount', name: 'Amount', value: { kind: 'money' } },
    { id: 'territory', name: 'Region', value: { kind: 'choice', options: ['North', 'East'] } },
  ],
}

function decide(files: CrmFiles, mapping: unknown = {}) {
  const settings = { model: processModelSchema.parse(model), mapping: mappingSchema.parse(mapping), now }
  return decideRows(readCrmFiles(files), settings)
}

const decideOne = (row: string, mapping?: unknown): Decision => {
  const [decision] = decide(aCrm([row]), mapping).rows
  if (!decision) throw new Error('no row')
  return decision
}
const dealOf = (decision: Decision | undefined) => (decision?.is === 'open' ? decision.deal : undefined)
const factsOf = (decision: Decision) =>
  Object.fromEntries(dealOf(decision)?.observations.map(({ fact, value }) => [fact, value]) ?? [])

describe('a row of an open stage becomes a deal', () => {
  it('named for its product and account, owned by its agent, with what is known of it since it was engaged', () => {
    expect(dealOf(decideOne('A1,Ida Holm,Press XL,Harbour Mills,Engaging,2026-01-15,,'))).toMatchObject({
      name: 'Press XL for Harbour Mills',
      agent: 'Ida Holm',
      account: 'Harbour Mills',
      observations: [
        { id: 'imported.0', fact: 'attribute.amount', value: 48000, at: '2026-01-15T00:00:00.000Z' },
        { id: 'imported.1', fact: 'attribute.territory', value: 'North', evidence: 'pipeline.csv, line 2' },
      ],
    })
  })

  it('with the value that was agreed rather than the list price, where the row has one', () => {
    expect(factsOf(decideOne('A1,Ida Holm,Press XL,Harbour Mills,Engaging,2026-01-15,,45500.5'))).toMatchObject({
      'attribute.amount': 45500.5,
    })
  })

  it('without account too, told apart by its id, and that is noted', () => {
    const decision = decideOne('A1,Ida Holm,Press S,,Prospecting,,,')
    expect(dealOf(decision)).toMatchObject({ name: 'Press S (A1)' })
    expect(dealOf(decision)).not.toHaveProperty('account')
    expect(decision.notes).toMatchObject([{ kind: 'account-missing' }])
  })

  it('with an unknown spelling of its product as it stands and without list price, and the nearest one is noted', () => {
    const decision = decideOne('A1,Ida Holm,PressXL,Harbour Mills,Engaging,2026-01-15,,')
    expect(dealOf(decision)?.name).toBe('PressXL for Harbour Mills')
    expect(factsOf(decision)).not.toHaveProperty('attribute.amount')
    expect(decision.notes).toEqual([
      { kind: 'product-unknown', value: 'PressXL', why: '“PressXL” is not in products.csv; nearest is “Press XL”' },
    ])
  })

  it('with an account and an agent that no list has, and both are noted', () => {
    expect(
      decideOne('A1,Uma Reed,Press S,Harbor Mills,Prospecting,,,').notes.map(({ kind, why }) => [kind, why]),
    ).toEqual([
      ['account-unknown', '“Harbor Mills” is not in accounts.csv; nearest is “Harbour Mills”'],
      ['agent-unknown', '“Uma Reed” is not in sales_teams.csv'],
    ])
  })

  it('and a value that is none of its fact is told, not stored', () => {
    const decision = decideOne('A1,Abe Castle,Press S,Harbour Mills,Prospecting,,,')
    expect(factsOf(decision)).toEqual({ 'attribute.amount': 1200 })
    expect(decision).toMatchObject({
      unfit: [{ fact: 'attribute.territory', column: 'regional_office', cell: 'South' }],
    })
  })
})

describe('a row that cannot be told is refused, with its reason', () => {
  const cases: [row: string, why: RegExp][] = [
    [',Ida Holm,Press S,Harbour Mills,Engaging,,,', /no opportunity_id/],
    ['A1,Ida Holm,Press S,Harbour Mills,Engagin,,,', /“Engagin” is none of .*; is it Engaging\?/],
    ['A1,Ida Holm,Press S,Harbour Mills,toString,,,', /“toString” is none of/],
    ['A1,,Press S,Harbour Mills,Engaging,2026-01-15,,', /nobody would own/],
    ['A1,Ida Holm,Press S,Harbour Mills,Engaging,15/01/2026,,', /“15\/01\/2026” is no date/],
    ['A1,Ida Holm,Press S,Harbour Mills,Engaging,2026-02-30,,', /“2026-02-30” is no date/],
    ['A1,Ida Holm,Press S,Harbour Mills,Engaging,2107-01-15,,', /lies in the future/],
    ['A1,Ida Holm,Press S,Harbour Mills,Engaging,2026-01-15,,"1,200"', /“1,200” is no number/],
    ['A1,Ida Holm,Press S,Harbour Mills', /4 cells where the header has 8/],
    [`${'A'.repeat(101)},Ida Holm,Press S,,Engaging,,,`, /longer than 100/],
    [`A1,Ida Holm,${'p'.repeat(300)},Harbour Mills,Engaging,,,`, /longer than 300/],
  ]
  it.each(cases)('%s', (row, why) => {
    expect(decideOne(row)).toMatchObject({ is: 'refused', line: 2, why: expect.stringMatching(why) })
  })
})

it('of two rows with one id the first counts, and the second is refused with the line of the first', () => {
  const row = 'A1,Ida Holm,Press S,Harbour Mills,Prospecting,,,'
  expect(decide(aCrm([row, row])).rows).toMatchObject([
    { is: 'open', line: 2 },
    { is: 'refused', line: 3, why: 'its id stands on line 2 already' },
  ])
})

it('a closed row starts nothing, whatever else is wrong with it, and its unknown product is noted', () => {
  expect(decideOne('A1,,PressXL,,Won,someday,,lots')).toMatchObject({
    is: 'closed',
    stage: 'Won',
    notes: [{ kind: 'account-missing' }, { kind: 'product-unknown' }],
  })
})

it('every row is decided once, in the order of the file', () => {
  const { rows } = decide(
    aCrm(['A1,Ida Holm,Press S,,Engaging,,,', 'A2', 'A3,Ida Holm,Press S,,Lost,,,', 'A4,x,y,z,Odd,,,']),
  )
  expect(rows.map(({ line, is }) => [line, is])).toEqual([
    [2, 'open'],
    [3, 'refused'],
    [4, 'closed'],
    [5, 'refused'],
  ])
})

it('without lists beside it, a pipeline is opened and nothing is held against its names', () => {
  const [decision] = decide(aCrm(['A1,Uma Reed,PressXL,Harbor Mills,Prospecting,,,'], {})).rows
  expect(decision).toMatchObject({ is: 'open', notes: [], deal: { observations: [] } })
})

it('what is wrong with a list beside it is told with its line', () => {
  const accounts = 'account,sector\nHarbour Mills,food\nHarbour Mills,feed\n,timber\nPine\n'
  expect(decide(aCrm([], { accounts })).faults.map(({ line, why }) => [line, why])).toEqual([
    [5, 'it has 1 cells where the header has 2'],
    [3, 'it stands on line 2 already'],
    [4, 'it has no account'],
  ])
})

describe('a mapping says how the CRM reads in the model', () => {
  it('which column is which fact, and what its words mean', () => {
    const facts = { 'attribute.territory': { column: 'regional_office', values: { South: 'East' } } }
    expect(factsOf(decideOne('A1,Abe Castle,Press S,,Prospecting,,,', { facts }))).toMatchObject({
      'attribute.territory': 'East',
    })
  })

  it('that an attribute is not filled', () => {
    const facts = { 'attribute.amount': null }
    expect(factsOf(decideOne('A1,Ida Holm,Press S,,Prospecting,,,', { facts }))).toEqual({
      'attribute.territory': 'North',
    })
  })

  it('what is known of a deal that has come to a stage, since it was engaged', () => {
    const stages = { Engaging: { open: true, facts: { 'element.inquiry': true } } }
    const deal = dealOf(decideOne('A1,Ida Holm,Press S,,Engaging,2026-01-15,,', { stages }))
    expect(deal?.observations[0]).toMatchObject({
      fact: 'element.inquiry',
      value: true,
      at: '2026-01-15T00:00:00.000Z',
    })
    expect(factsOf(decideOne('A1,Ida Holm,Press S,,Prospecting,,,', { stages }))).not.toHaveProperty('element.inquiry')
  })

  it('which stages of another CRM are open', () => {
    const stages = { Negotiating: { open: true }, Dropped: { open: false } }
    expect(decideOne('A1,Ida Holm,Press S,,Negotiating,,,', { stages }).is).toBe('open')
    expect(decideOne('A1,Ida Holm,Press S,,Dropped,,,', { stages }).is).toBe('closed')
  })

  const wrong: [what: string, mapping: unknown, says: RegExp][] = [
    [
      'a fact',
      { facts: { 'attribute.amuont': { column: 'close_value' } } },
      /attribute\.amuont.*Is it attribute\.amount\?/,
    ],
    ['a column', { facts: { 'attribute.amount': { column: 'worth' } } }, /column “worth”, which no file has/],
    [
      'a value of another type',
      { stages: { Engaging: { open: true, facts: { 'element.inquiry': 'perhaps' } } } },
      /"perhaps".*not yes or no/,
    ],
  ]
  it.each(wrong)('and names %s that is there, or is refused', (_, mapping, says) => {
    expect(() => decide(aCrm([]), mapping)).toThrow(says)
  })
})
