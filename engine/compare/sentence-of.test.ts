import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aDrawing, aStage, ask, factsToAskFor } from '../../tests/support/a-drawing.ts'
import { anyDrawing } from '../../tests/support/random-drawings.ts'
import { processModelSchema } from '../model/process-model.ts'
import { diffModels } from './diff-models.ts'
import { lists } from './outline.ts'
import { sentenceOf } from './sentence-of.ts'
import { changeTexts } from './texts.ts'

type Draft = Parameters<typeof aDrawing>[0]

function told(before: Draft, after: Draft): string[] {
  const [old, young] = [before, after].map((draft) => processModelSchema.parse(aDrawing(draft))) as [never, never]
  return diffModels(old, young).map((change) => sentenceOf(change, { before: old, after: young }))
}

const inquiry = { id: 'inquiry', name: 'Inquiry', value: { kind: 'flag' as const } }
const chain = {
  layers: [
    { id: 'team', name: 'Team' },
    { id: 'board', name: 'Board' },
  ],
  roles: [
    { id: 'handler', name: 'Handler', kind: 'handler' as const },
    { id: 'chair', name: 'Chair', kind: 'decider' as const },
  ],
  styles: [{ id: 'top', name: 'Top-leader project', leader: 'chair' }],
}

describe('a change is told as a sentence', () => {
  it('of a thing that is new or gone, with where it belongs', () => {
    const drawn = { need: { elements: [inquiry] } }
    expect(told({}, drawn)).toEqual(['Element “Inquiry” of stage “Need stated” is new.'])
    expect(told(drawn, {})).toEqual(['Element “Inquiry” of stage “Need stated” is gone.'])
  })

  it('of a threshold’s values, and of a condition that compares with it', () => {
    const limit = (values: { from: string; amount: number }[]) => ({
      ...factsToAskFor,
      thresholds: [{ id: 'limit', name: 'Limit of the board', values }],
    })
    const old = limit([{ from: '2026-01-01', amount: 50 }])
    const young = limit([
      { from: '2026-01-01', amount: 50 },
      { from: '2027-01-01', amount: 60 },
    ])
    expect(told(factsToAskFor, old)).toEqual(['Threshold “Limit of the board” is new.'])
    expect(told(old, young)).toEqual([
      'Threshold “Limit of the board”: the value was 50 from 2026-01-01, and is now 50 from 2026-01-01, 60 from 2027-01-01.',
    ])
    const exit = ask('attribute.amount', 'greaterThan', { fact: 'threshold.limit' })
    expect(told(old, { ...old, need: { exit } })).toEqual([
      'Stage “Need stated”: the exit condition is now “Amount” is more than the threshold “Limit of the board”; there was none.',
    ])
  })

  it('of a layer that is new, with the one beneath', () => {
    const added = { layers: [...chain.layers, { id: 'owner', name: 'Owner' }] }
    expect(told({ chain: { layers: chain.layers } }, { chain: added })).toEqual([
      'Layer “Owner” is new, above “Board”.',
    ])
  })

  it('of a name, a move and an order', () => {
    expect(told({}, { need: { name: 'Need heard' } })).toEqual(['Stage “Need stated” is now called “Need heard”.'])
    expect(told({ need: { elements: [inquiry] } }, { signed: { elements: [inquiry] } })).toEqual([
      'Element “Inquiry” has moved from stage “Need stated” to stage “Contract signed”.',
    ])
    expect(told({ chain: { layers: chain.layers } }, { chain: { layers: chain.layers.toReversed() } })).toEqual([
      'The drawing: the order of the layers is now “Board”, “Team”.',
    ])
  })

  it('of a condition, in words that people use for its facts', () => {
    const exit = {
      all: [
        ask('attribute.amount', 'greaterThan', 25_000),
        { any: [ask('element.inquiry', 'equal', true), { not: ask('attribute.size', 'in', ['small', 'large']) }] },
        ask('grade.element.inquiry', 'greaterThanInclusive', 2),
        ask('layer.board', 'equal', true),
        ask('style', 'equal', 'top'),
        ask('gone', 'isKnown'),
      ],
    }
    const drawn = { ...factsToAskFor, chain, need: { elements: [inquiry] } }
    expect(told(drawn, { ...drawn, need: { ...drawn.need, exit } })).toEqual([
      'Stage “Need stated”: the exit condition is now “Amount” is more than 25000 and (“Inquiry” is yes or not (“Size” is one of “small”, “large”)) and the evidence of “Inquiry” is at least written and the sign-off of “Board” is yes and the style is “Top-leader project” and “gone” is known; there was none.',
    ])
  })

  it('of what has a name by its name, of a duration and a rule in words', () => {
    const before = { chain, need: { elements: [{ ...inquiry, from: ['handler'], grade: 'said' as const }] } }
    const after = {
      chain: {
        ...chain,
        layers: [{ id: 'team', name: 'Team', rule: { kind: 'at-least' as const, count: 2 } }, chain.layers[1] as never],
      },
      need: {
        elements: [{ ...inquiry, from: ['handler', 'chair'], grade: 'written' as const, required: false }],
        actions: [],
      },
    }
    expect(told(before, after)).toEqual([
      'Element “Inquiry” of stage “Need stated” is no longer required.',
      'Element “Inquiry” of stage “Need stated”: the evidence asked for was said, and is now written.',
      'Element “Inquiry” of stage “Need stated”: who discloses it was “Handler”, and is now “Handler”, “Chair”.',
      'Layer “Team”: the rule of sign-off was all sign, and is now 2 of them sign.',
    ])
  })

  it('of a sign-off in turn, and of what it does in special cases', () => {
    const [team, board] = chain.layers as [never, never]
    const inTurn = { id: 'team', name: 'Team', rule: { kind: 'in-turn' as const } }
    const policies = { emptyLayer: 'passes' as const, absent: 'delegate-signs' as const }
    expect(told({ chain: { layers: [team, board] } }, { chain: { layers: [inTurn, board], policies } })).toEqual([
      'The drawing: what the sign-off does in special cases is now “empty layer is passed over”, “one person in several roles signs for each”, “a requester’s signature counts”, “who is away is signed for by the delegate”; there was none.',
      'Layer “Team”: the rule of sign-off was all sign, and is now all sign in turn.',
    ])
  })

  it('of a due time that is there or not', () => {
    const action = { id: 'visit', name: 'Visit' }
    const due = { unit: 'days' as const, amount: 1 }
    const [without, dated] = [{ need: { actions: [action] } }, { need: { actions: [{ ...action, due }] } }]
    expect(told(without, dated)).toEqual([
      'Action “Visit” of stage “Need stated”: the due time is now one day; there was none.',
    ])
    expect(told(dated, without)).toEqual([
      'Action “Visit” of stage “Need stated”: the due time is gone; it was one day.',
    ])
  })

  it('of a card on the canvas, and of a way by its two ends', () => {
    expect(told({}, { layout: { need: { x: 1, y: 1 } } })).toEqual([
      'Stage “Need stated” stands elsewhere on the canvas.',
    ])
    expect(told({ transitions: [] }, {})).toEqual(['Transition “Need stated → Contract signed” is new.'])
    expect(told({ stages: [aStage('need'), aStage('signed')] }, {})[0]).toBe(
      'Stage “need” is now called “Need stated”.',
    )
  })

  it('whatever the change is', () => {
    fc.assert(
      fc.property(anyDrawing, anyDrawing, (before, after) => {
        for (const change of diffModels(before, after))
          expect(sentenceOf(change, { before, after })).toMatch(/^[A-Z](?!.*(undefined|{{|\[object)).+\.$/)
      }),
      { numRuns: 500 },
    )
  }, 60_000)
})

it('every member that a drawing can have has a name in the sentences', () => {
  const form = z.toJSONSchema(processModelSchema, { io: 'output' }) as Schema
  const named = Object.keys(changeTexts.member).map((name) => name.replace(/^(element|transition)-/, ''))
  expect(membersOf(form, form)).toEqual(expect.arrayContaining(['currency', 'exit', 'leader', 'brings', 'playbook']))
  expect(membersOf(form, form).filter((name) => !named.includes(name))).toEqual([])
})

type Schema = { $ref?: string; properties?: Record<string, Schema>; items?: Schema; $defs?: Record<string, Schema> }

/** Paths of the members of all things, lists of things and ids apart. */
function membersOf(schema: Schema, form: Schema, path = ''): string[] {
  const seen = (one: Schema = {}): Schema => (one.$ref ? seen(form.$defs?.[one.$ref.slice('#/$defs/'.length)]) : one)
  const held = new Set(Object.values(lists).flatMap((of) => Object.values(of).flat()))
  return Object.entries(seen(schema).properties ?? {}).flatMap(([name, inner]) => {
    if (['id', 'layout', 'routes'].includes(name)) return []
    if (!held.has(name)) return [path + name]
    const { items } = seen(inner)
    return items ? membersOf(items, form) : membersOf(inner, form, `${name}.`)
  })
}
