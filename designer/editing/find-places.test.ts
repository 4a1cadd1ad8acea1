import { expect, it } from 'vitest'
import { processModelSchema } from '#engine'
import { findPlaces } from './find-places.ts'

const model = processModelSchema.parse({
  formatVersion: 1,
  name: 'Plants',
  stages: [
    { id: 'need', name: 'Need stated', elements: [{ id: 'budget', name: 'Yearly budget', value: { kind: 'money' } }] },
    { id: 'confirmed', name: 'Budget confirmed' },
  ],
  departments: [{ id: 'finance', name: '財務' }],
  notes: [{ id: 'note', text: 'Ask about the budget\nin March', at: { x: 0, y: 0 } }],
})
const names = (text: string) => findPlaces(model, text).map(({ name, owner }) => (owner ? `${owner}: ${name}` : name))

it('what is looked for is found by any of its words, with what it belongs to, and first where its name begins so', () => {
  expect(names('budget')).toEqual(['Budget confirmed', 'Need stated: Yearly budget', 'Ask about the budget'])
  expect(names('BUDGET year')).toEqual(['Need stated: Yearly budget'])
  expect(names('財')).toEqual(['財務'])
  expect(names('price')).toEqual([])
})

it('everything is there to choose from before anything is written, and only of the kind that is asked for', () => {
  expect(names('')).toHaveLength(5)
  expect(findPlaces(model, '', ({ kind }) => kind === 'stage').map(({ name }) => name)).toEqual([
    'Need stated',
    'Budget confirmed',
  ])
})
