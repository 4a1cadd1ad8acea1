import { expect, it } from 'vitest'
import { readMapping } from './mapping.ts'

it('one column or several in turn can fill a fact', () => {
  const text = '{"facts": {"attribute.a": {"column": "x"}, "attribute.b": {"column": ["x", "y"]}}}'
  const { facts } = readMapping('map.json', text)
  expect([facts['attribute.a']?.column, facts['attribute.b']?.column]).toEqual([['x'], ['x', 'y']])
})

it('a mapping that is no JSON, or says something else, is refused with the place', () => {
  expect(() => readMapping('map.json', '{')).toThrow(/map\.json is not JSON/)
  expect(() => readMapping('map.json', '{"facts": {"attribute.a": "x"}}')).toThrow(/facts\.attribute\.a/)
  expect(() => readMapping('map.json', '{"stage": {}}')).toThrow(/stage/)
})
