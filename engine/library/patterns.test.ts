import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDeal } from '../../tests/support/a-deal.ts'
import { aDrawing } from '../../tests/support/a-drawing.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { monotoneModel } from '../../tests/support/random-models.ts'
import { checkModel } from '../check/check-model.ts'
import { applyChanges } from '../compare/apply-changes.ts'
import { mergeModels } from '../compare/merge-models.ts'
import { sentenceOf } from '../compare/sentence-of.ts'
import { emptyModel, type ProcessModel, processModelSchema } from '../model/process-model.ts'
import { libraryModels } from './index.ts'
import { patterns } from './patterns.ts'

const models = [
  ...libraryModels.map(({ id, model }) => ({ id, model })),
  { id: 'a small purchase', model: processModelSchema.parse(smallPurchase) },
  { id: 'two stages and no chain', model: processModelSchema.parse(aDrawing({})) },
  { id: 'an empty sheet', model: emptyModel('Nothing yet') },
]

const withPattern = (model: ProcessModel, id: string): ProcessModel =>
  applyChanges(model, patterns.find((one) => one.id === id)?.changesFor(model) ?? [])

const errorsOf = (model: ProcessModel) =>
  checkModel(model)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, place }) => `${rule} ${place.kind} ${place.id}`)

describe.each(patterns)('the pattern $id', ({ id, changesFor }) => {
  it.each(models)('brings no new error into $id, and leaves what is drawn there', ({ model }) => {
    const before = errorsOf(model)
    const changes = changesFor(model)
    expect(errorsOf(applyChanges(model, changes)).filter((error) => !before.includes(error))).toEqual([])
    expect(changes.filter(({ kind }) => kind === 'removed' || kind === 'moved' || kind === 'reordered')).toEqual([])
  })

  it.each(models)('changes nothing in $id where it is drawn already', ({ model }) => {
    expect(changesFor(withPattern(model, id))).toEqual([])
  })

  it('brings no error of a kind that is not there, whatever the model', () => {
    // What contradicts the way to a stage contradicts an earlier stage once the pattern stands on that way.
    const kindOf = (rule = '') => (rule === 'stage-contradicts-earlier' ? 'stage-never-complete' : rule)
    const rulesBroken = (model: ProcessModel) => new Set(errorsOf(model).map((error) => kindOf(error.split(' ')[0])))
    fc.assert(
      fc.property(monotoneModel, (draft) => {
        const model = processModelSchema.parse(draft)
        const before = rulesBroken(model)
        expect([...rulesBroken(withPattern(model, id))].filter((rule) => !before.has(rule))).toEqual([])
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('goes together with what somebody else draws in the meantime', () => {
    const model = processModelSchema.parse(smallPurchase)
    const renamed = { ...model, name: 'Our way of buying' }
    expect(mergeModels(model, withPattern(model, id), renamed)).toEqual({
      model: withPattern(renamed, id),
      conflicts: [],
    })
  })
})

it('all patterns can be drawn into one model', () => {
  for (const { model } of models) {
    const all = patterns.reduce((drawn, { id }) => withPattern(drawn, id), model)
    expect(errorsOf(all).filter((error) => !errorsOf(model).includes(error))).toEqual([])
  }
})

it('a pattern says what it draws', () => {
  const before = processModelSchema.parse(smallPurchase)
  const after = withPattern(before, 'introduced')
  const changes = patterns.find(({ id }) => id === 'introduced')?.changesFor(before) ?? []
  expect(changes.map((change) => sentenceOf(change, { before, after }))).toEqual([
    'Commitment “Introduces us to who decides” of stage “Need stated” is new.',
    'Action “Ask for the introduction” of stage “Need stated” is new.',
    'Role “Acquaintance who introduces us” is new.',
    'Style “Introduced by an acquaintance” is new.',
  ])
})

describe('a deal', () => {
  const procurement = withPattern(processModelSchema.parse(smallPurchase), 'commercial-procurement')
  const approved = { 'element.inquiry': true, 'element.budget': 10, 'commitment.approve': true, 'attribute.amount': 10 }

  it('of commercial procurement waits at the choice for the comparison of quotes', async () => {
    const deal = await aDeal(procurement)
    await deal.happens({ kind: 'style-chosen', style: 'commercial-procurement', reason: 'The buyers lead it' })
    await deal.learns(approved)
    expect(deal.statuses().approval).toBe('open')
    await deal.learns({ 'element.quotes-compared': 3, 'element.our-quote': 'first' })
    expect(deal.statuses().approval).toBe('completed')
  })

  it('of no style does not wait for a comparison', async () => {
    const deal = await aDeal(procurement)
    await deal.learns(approved)
    expect(deal.statuses().approval).toBe('completed')
  })

  it('passes the tender before the decision, once the bids are in and ours is first', async () => {
    const deal = await aDeal(withPattern(processModelSchema.parse(smallPurchase), 'public-tender-step'))
    await deal.learns(approved)
    expect(deal.statuses()).toMatchObject({ funding: 'completed', 'tender-decided': 'open', approval: 'waiting' })
  })
})
