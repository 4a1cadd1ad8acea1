import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aDrawing, aStage, ask } from '../../tests/support/a-drawing.ts'
import { anyDrawing } from '../../tests/support/random-drawings.ts'
import { anyEdits, edited } from '../../tests/support/random-edits.ts'
import { canonicalJson } from '../canonical-json.ts'
import { type ProcessModel, processModelSchema } from '../model/process-model.ts'
import { applyChanges } from './apply-changes.ts'
import { changeSchema, isLayout } from './change.ts'
import { diffModels, isEqual } from './diff-models.ts'
import { inverseOf } from './inverse-of.ts'
import { type Kind, lists } from './outline.ts'

const drawing = (draft: Parameters<typeof aDrawing>[0]) => processModelSchema.parse(aDrawing(draft))
const diff = (before: Parameters<typeof aDrawing>[0], after: Parameters<typeof aDrawing>[0]) =>
  diffModels(drawing(before), drawing(after))

const inquiry = { id: 'inquiry', name: 'Inquiry', value: { kind: 'flag' as const } }
const budget = { id: 'budget', name: 'Budget', value: { kind: 'money' as const } }

describe('what differs between two drawings', () => {
  it('is nothing where they are the same', () => {
    expect(diff({}, {})).toEqual([])
  })

  it('is a changed name, not another thing, where something is called otherwise', () => {
    expect(diff({}, { need: { name: 'Need disclosed' } })).toEqual([
      {
        kind: 'changed',
        place: { kind: 'stage', id: 'need' },
        path: ['name'],
        before: 'Need stated',
        after: 'Need disclosed',
      },
    ])
  })

  it('has one value where the other drawing lacks what is optional', () => {
    const exit = { not: { any: [ask('attribute.amount', 'greaterThan', 5)] } }
    const changed = { kind: 'changed', place: { kind: 'stage', id: 'need' }, path: ['exit'] }
    expect(diff({}, { need: { exit } })).toEqual([{ ...changed, after: exit }])
    expect(diff({ need: { exit } }, {})).toEqual([{ ...changed, before: exit }])
  })

  it('names what is added with the one that it follows, and each of its parts apart', () => {
    const added = diff({}, { stages: [aStage('need'), aStage('pilot', { elements: [inquiry] }), aStage('signed')] })
    expect(added.filter(({ kind }) => kind === 'added')).toMatchObject([
      { place: { kind: 'stage', id: 'pilot' }, to: { in: { kind: 'model', id: 'model' }, after: 'need' } },
      { place: { kind: 'element', id: 'inquiry', stage: 'pilot' }, to: { in: { kind: 'stage', id: 'pilot' } } },
    ])
  })

  it('is a move where an element stands in another stage', () => {
    expect(diff({ need: { elements: [inquiry] } }, { signed: { elements: [inquiry] } })).toEqual([
      {
        kind: 'moved',
        place: { kind: 'element', id: 'inquiry', stage: 'signed' },
        from: { in: { kind: 'stage', id: 'need' } },
        to: { in: { kind: 'stage', id: 'signed' } },
      },
    ])
  })

  it('is an order where the same things stand in another one', () => {
    expect(diff({ need: { elements: [inquiry, budget] } }, { need: { elements: [budget, inquiry] } })).toEqual([
      {
        kind: 'reordered',
        place: { kind: 'stage', id: 'need' },
        path: ['elements'],
        of: 'element',
        before: ['inquiry', 'budget'],
        after: ['budget', 'inquiry'],
      },
    ])
  })

  it('keeps the canvas apart from the content', () => {
    const changes = diff({ layout: { need: { x: 0, y: 0 } } }, { layout: { need: { x: 9, y: 0 } }, name: 'Other' })
    expect(changes.map((change) => [change.kind, isLayout(change)])).toEqual([
      ['changed', false],
      ['laid-out', true],
    ])
  })

  it('tells of a line that a hand leads as of the canvas, and making the change leads it so', () => {
    const transitions = [{ id: 'need-signed', from: 'need', to: 'signed' }]
    const before = drawing({ transitions })
    const after = drawing({ transitions, routes: { 'need-signed': [{ x: 5, y: 9 }] } })
    const changes = diffModels(before, after)
    expect(changes).toEqual([
      { kind: 'laid-out', place: { kind: 'transition', id: 'need-signed' }, after: [{ x: 5, y: 9 }] },
    ])
    expect(applyChanges(before, changes)).toEqual(after)
    expect(applyChanges(after, changes.map(inverseOf))).toEqual(before)
  })

  it('is refused where two things of one kind have the same id', () => {
    const twice = drawing({ need: { elements: [inquiry, { ...budget, id: 'inquiry' }] } })
    expect(() => diffModels(twice, twice)).toThrow('“Budget” and “Inquiry” have the same id “inquiry”.')
  })
})

const same = (one: ProcessModel, other: ProcessModel) => expect(canonicalJson(one)).toBe(canonicalJson(other))

describe('changes made to a drawing', () => {
  it('give the other drawing to the byte, whatever the two are', () => {
    fc.assert(
      fc.property(anyDrawing, anyDrawing, (before, after) => {
        const changes = diffModels(before, after)
        for (const change of changes) changeSchema.parse(change)
        same(applyChanges(before, JSON.parse(JSON.stringify(changes))), after)
      }),
      { numRuns: 2000 },
    )
  }, 60_000)

  it('give what somebody drew to the byte, edit after edit', () => {
    fc.assert(
      fc.property(anyDrawing, anyEdits(12), (before, edits) => {
        const after = edited(before, edits)
        same(applyChanges(before, diffModels(before, after)), after)
      }),
      { numRuns: 2000 },
    )
  }, 60_000)

  it('are refused by a drawing that is not the one they were made on', () => {
    const changes = diff({}, { need: { name: 'Need disclosed' } })
    expect(() => applyChanges(drawing({ need: { name: 'Something else' } }), changes)).toThrow(
      'The changes were made on another drawing: the stage “need” is not as they found it.',
    )
  })

  it('are refused where the stage that they add to is gone', () => {
    const changes = diff({}, { signed: { elements: [inquiry] } })
    expect(() => applyChanges(drawing({ stages: [aStage('need')] }), changes)).toThrow('the element “inquiry”')
  })
})

it('every list of things that a drawing can hold is compared thing by thing', () => {
  const known = Object.entries(lists).flatMap(([owner, held]) =>
    Object.values(held).map((path) => `${owner} ${path.join('.')}`),
  )
  expect(listsInSchema().sort()).toEqual(known.sort())
})

type Schema = { $ref?: string; type?: string; properties?: Record<string, Schema>; items?: Schema }

/** Every list of things with ids in the form of a model: the kind of thing that holds it, and its path there. */
function listsInSchema(): string[] {
  const form = z.toJSONSchema(processModelSchema, { io: 'output' }) as Schema & { $defs: Record<string, Schema> }
  const seen = (schema: Schema = {}): Schema =>
    schema.$ref ? seen(form.$defs[schema.$ref.replace('#/$defs/', '')]) : schema
  const found: string[] = []
  const look = (schema: Schema, owner: Kind | string, path: string[]): void => {
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      const at = [...path, name]
      const item = seen(seen(inner).items)
      if (!item.properties?.id) {
        look(seen(inner), owner, at)
        continue
      }
      found.push(`${owner} ${at.join('.')}`)
      const [kind] = Object.entries(lists[owner as Kind] ?? {}).find(([, known]) => isEqual(known, at)) ?? [
        at.join('.'),
      ]
      look(item, kind, [])
    }
  }
  look(seen(form), 'model', [])
  return found
}
