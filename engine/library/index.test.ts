import { describe, expect, it } from 'vitest'
import { aDeal } from '../../tests/support/a-deal.ts'
import { checkModel } from '../check/check-model.ts'
import { compileModel } from '../compile/compile.ts'
import { whyNotYet } from '../explain/why-not-yet.ts'
import { processModelSchema } from '../model/process-model.ts'
import { libraryModels } from './index.ts'

it('the library has four models, each with an id of its own and a name in two languages', () => {
  expect(libraryModels.map(({ id, name, names }) => [id, name, names['zh-Hant']])).toEqual([
    ['enterprise-software', 'Enterprise software purchase', '企業軟體採購'],
    ['public-tender', 'Purchase by public tender', '公開招標採購'],
    ['meddpicc', 'MEDDPICC skeleton', 'MEDDPICC 骨架'],
    ['small-purchase', 'Small purchase', '小額採購'],
  ])
})

describe.each(libraryModels)('the model $id', ({ model }) => {
  it('is one that the designer can save and open again', () => {
    expect(processModelSchema.parse(JSON.parse(JSON.stringify(model)))).toEqual(model)
  })

  it('has nothing wrong with it, so that it can be published as it is', () => {
    expect(checkModel(model)).toEqual([])
  })

  it('compiles to the same plan each time', () => {
    expect(compileModel(model).hash).toBe(compileModel(structuredClone(model)).hash)
  })

  it('has a place on the canvas for every stage, with no two cards on top of each other', () => {
    expect(Object.keys(model.layout).sort()).toEqual(model.stages.map(({ id }) => id).sort())
    const cards = Object.values(model.layout)
    for (const [n, card] of cards.entries())
      for (const other of cards.slice(n + 1))
        expect(Math.abs(card.x - other.x) >= 340 || Math.abs(card.y - other.y) >= 320).toBe(true)
  })

  it('tells a fresh deal, for every stage, a way to complete it', async () => {
    const deal = await aDeal(model)
    const reasons = await whyNotYet(deal.plan, deal.state, '2026-03-01T09:00:00.000Z')
    expect(reasons.map(({ stage }) => stage)).toEqual(model.stages.map(({ id }) => id))
    expect(reasons.filter(({ sets }) => sets.length === 0)).toEqual([])
  })
})
