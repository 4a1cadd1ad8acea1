import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkModel, emptyModel, type Place, type ProcessModel, partsOf, processModelSchema } from '#engine'
import { libraryModels } from '../../engine/library/index.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { anyDrawing } from '../../tests/support/random-drawings.ts'
import { type Clip, clipOf, clipText, readClip } from './clip.ts'
import { paste } from './paste.ts'
import { removePlaces } from './remove-places.ts'

const purchase = processModelSchema.parse(smallPurchase)
const stage = (id: string): Place => ({ kind: 'stage', id })
const errorsIn = (model: ProcessModel) => checkModel(model).filter(({ severity }) => severity === 'error')

function pasted(model: ProcessModel, source: ProcessModel, places: Place[], to?: Parameters<typeof paste>[2]) {
  const clip = clipOf(source, places)
  const done = clip && paste(model, clip, to)
  if (!done) throw new Error('nothing was pasted')
  return done
}

describe('what is copied', () => {
  it('comes back from its text as it was', () => {
    for (const { model } of libraryModels) {
      const clip = clipOf(
        model,
        model.stages.slice(0, 3).map(({ id }) => stage(id)),
      ) as Clip
      expect(readClip(clipText(clip))).toEqual(clip)
    }
  })

  it('is all of a model where the text is one', () => {
    const clip = readClip(JSON.stringify(purchase)) as Clip
    const { model } = paste(emptyModel('Plants'), clip) as { model: ProcessModel }
    expect({ ...model, name: purchase.name, description: purchase.description, currency: purchase.currency }).toEqual(
      purchase,
    )
  })

  it.each([
    ['Budget 2026', 'no-json'],
    ['{"copied": []}', 'no-drawing'],
    ['[1, 2]', 'no-drawing'],
    ['{"formatVersion": 1, "name": "Plants", "stages": [{"id": "Need!"}]}', 'no-drawing'],
  ])('is refused, with the reason, where the text is %s', (text, why) => {
    expect(readClip(text)).toMatchObject({ why })
  })

  it('is refused where two of its things have one id', () => {
    const [first] = purchase.stages
    const text = JSON.stringify({ ...purchase, stages: [first, first] })
    expect(readClip(text)).toMatchObject({ why: 'twice' })
  })

  it('is nothing where nothing stands at the place', () => {
    expect(clipOf(purchase, [stage('gone'), { kind: 'model', id: 'model' }])).toBeUndefined()
  })
})

describe('a paste', () => {
  it('draws stages a second time with their lines and parts, under ids and names of their own', () => {
    const both = purchase.stages.slice(0, 2).map(({ id }) => stage(id))
    const { model, places } = pasted(purchase, purchase, both)
    expect(places).toHaveLength(2)
    expect(model.stages).toHaveLength(purchase.stages.length + 2)
    expect(model.chain.roles).toEqual(purchase.chain.roles)
    const [from, to] = places.map(({ id }) => id)
    expect(model.transitions.some((line) => line.from === from && line.to === to)).toBe(true)
    expect(checkModel(model).filter(({ rule }) => rule === 'id-duplicate' || rule === 'name-duplicate')).toEqual([])
    expect(new Set(Object.values(model.layout).map(({ x, y }) => `${x} ${y}`)).size).toBe(
      Object.keys(model.layout).length,
    )
  })

  it('lets copied conditions and actions name the copies', () => {
    const model = processModelSchema.parse({
      formatVersion: 1,
      name: 'Plants',
      stages: [
        {
          id: 'need',
          name: 'Need',
          elements: [{ id: 'budget', name: 'Budget', value: { kind: 'money' } }],
          actions: [{ id: 'ask', name: 'Ask', brings: ['budget'], dueFrom: 'budget' }],
          exit: { all: [{ fact: 'grade.element.budget', operator: 'equal', value: 2 }] },
        },
      ],
    })
    const copy = pasted(model, model, [stage('need')]).model.stages[1]
    expect(copy).toMatchObject({
      id: 'need-2',
      name: 'Need (2)',
      elements: [{ id: 'budget-2', name: 'Budget (2)' }],
      actions: [{ id: 'ask-2', name: 'Ask', brings: ['budget-2'], dueFrom: 'budget-2' }],
      exit: { all: [{ fact: 'grade.element.budget-2', operator: 'equal', value: 2 }] },
    })
  })

  it('brings along to another model the roles and departments that it names, and meets those of the same name', () => {
    const target = processModelSchema.parse({
      formatVersion: 1,
      name: 'Plants',
      chain: { roles: [{ id: 'boss', name: purchase.chain.roles[0]?.name, kind: 'decider' }] },
    })
    const { model } = pasted(
      target,
      purchase,
      purchase.stages.map(({ id }) => stage(id)),
    )
    const named = new Set(model.stages.flatMap(({ commitments }) => commitments.map(({ role }) => role)))
    const roles = new Set(model.chain.roles.map(({ id }) => id))
    expect([...named].filter((role) => role !== undefined && !roles.has(role))).toEqual([])
    expect(model.chain.roles.filter(({ name }) => name === purchase.chain.roles[0]?.name)).toHaveLength(1)
    expect(errorsIn(model).map(({ rule }) => rule)).not.toContain('role-layer-missing')
  })

  it('puts copied parts into the stage that is chosen, and finds none in a model without stages', () => {
    const owner = purchase.stages.find(({ elements }) => elements.length > 0)
    const [element] = owner?.elements ?? []
    const place: Place = { kind: 'element', id: element?.id ?? '', stage: owner?.id ?? '' }
    const into = purchase.stages.at(-1)?.id ?? ''
    const { model, places } = pasted(purchase, purchase, [place], { into })
    expect(places).toEqual([{ kind: 'element', id: `${element?.id}-2`, stage: into }])
    expect(model.stages.at(-1)?.elements.at(-1)?.name).toBe(`${element?.name} (2)`)
    expect(paste(emptyModel('Plants'), clipOf(purchase, [place]) as Clip)).toBeUndefined()
  })

  it('of what was cut gives back a drawing that says the same', () => {
    for (const { model } of libraryModels) {
      const places = model.stages.map(({ id }) => stage(id))
      const left = removePlaces(model, places)
      const { model: again } = pasted(left, model, places)
      expect(again.stages).toEqual(model.stages)
      expect(again.transitions).toEqual(model.transitions)
      expect(again.layout).toEqual(model.layout)
    }
  })

  it('of anything into anything gives what the schema accepts, with no id twice, and leaves what was there', () => {
    fc.assert(
      fc.property(anyDrawing, anyDrawing, fc.nat(), (source, target, n) => {
        const places = partsOf(source)
          .map(({ place }) => place)
          .filter((_, at) => (n >> (at % 20)) % 2 === 0)
        const clip = clipOf(source, places)
        const done = clip && paste(target, clip, { into: target.stages[0]?.id })
        if (!done) return
        expect(processModelSchema.parse(done.model)).toEqual(done.model)
        const doubled = (model: ProcessModel) => checkModel(model).filter(({ rule }) => rule === 'id-duplicate')
        expect(doubled(done.model)).toEqual(doubled(target))
        const kept = new Set(partsOf(done.model).map(({ place, name }) => `${place.kind} ${place.id} ${name}`))
        expect(partsOf(target).filter(({ place, name }) => !kept.has(`${place.kind} ${place.id} ${name}`))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
