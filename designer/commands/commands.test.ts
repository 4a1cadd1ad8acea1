import { describe, expect, it } from 'vitest'
import { emptyModel, type ProcessModel, processModelSchema } from '#engine'
import { putInChain, putInModel, removeDepartment, removeLayer, removeRole } from './chain-commands.ts'
import { begin, redo, take, undo } from './history.ts'
import { identify } from './identify.ts'
import { peersOf, putBeside, shiftPlaces } from './order.ts'
import { addStage, changeStage, connect, moveStages, putPart, removePart, removeStage } from './stage-commands.ts'

const origin = { x: 0, y: 0 }
const edits: ((model: ProcessModel) => ProcessModel)[] = [
  (model) => addStage(model, { id: 'need', name: 'Need confirmed', position: origin }),
  (model) => addStage(model, { id: 'signed', name: 'Contract signed', position: { x: 400, y: 0 } }),
  (model) => connect(model, { id: 'need-signed', from: 'need', to: 'signed' }),
  (model) => putInChain(model, { part: 'layers', item: { id: 'head', name: 'Head', rule: { kind: 'all' } } }),
  (model) => putInChain(model, { part: 'layers', item: { id: 'board', name: 'Board', rule: { kind: 'any' } } }),
  (model) => putInChain(model, { part: 'specialists', item: { id: 'their-legal', name: 'Legal', layer: 'head' } }),
  (model) =>
    putInChain(model, {
      part: 'roles',
      item: { id: 'boss', name: 'Head of plant', kind: 'economic-buyer', layer: 'head' },
    }),
  (model) =>
    putPart(model, {
      stage: 'need',
      part: 'elements',
      item: { id: 'budget', name: 'Budget', value: { kind: 'money' }, required: true, grade: 'said', from: ['boss'] },
    }),
  (model) =>
    putPart(model, {
      stage: 'need',
      part: 'commitments',
      item: { id: 'approve', name: 'Approves', role: 'boss', required: true, grade: 'said' },
    }),
  (model) =>
    putPart(model, {
      stage: 'need',
      part: 'actions',
      item: { id: 'visit', name: 'Visit', brings: ['budget'], required: true },
    }),
  (model) => putInModel(model, { part: 'departments', item: { id: 'legal', name: 'Legal' } }),
  (model) =>
    putPart(model, {
      stage: 'need',
      part: 'support',
      item: { id: 'review', name: 'Review', department: 'legal', blocks: true, brings: ['budget'] },
    }),
  (model) => moveStages(model, { need: { x: 40, y: 80 } }),
  (model) => shiftPlaces(model, [{ kind: 'layer', id: 'head' }], -1),
]
const drawn = edits.reduce((model, edit) => edit(model), emptyModel('Plants'))

describe('a command', () => {
  it('lets a role sign earlier in its own layer, and leaves those of other layers where they are', () => {
    const roles = ['a head', 'b board', 'c head', 'd board', 'e head'].map((role) => {
      const [id = '', layer = ''] = role.split(' ')
      return { id, name: id, kind: 'decider' as const, layer }
    })
    const model = roles.reduce((model, item) => putInChain(model, { part: 'roles', item }), emptyModel('Plants'))
    const order = (by: -1 | 1) => shiftPlaces(model, [{ kind: 'role', id: 'c' }], by).chain.roles.map(({ id }) => id)
    expect(order(-1)).toEqual(['c', 'b', 'a', 'd', 'e'])
    expect(order(1)).toEqual(['a', 'b', 'e', 'd', 'c'])
  })

  it('moves several things as one, and none of them past the edge or past each other', () => {
    const places = (...ids: string[]) => ids.map((id) => ({ kind: 'style' as const, id }))
    const model = ['a', 'b', 'c', 'd'].reduce(
      (model, id) => putInChain(model, { part: 'styles', item: { id, name: id, description: '' } }),
      emptyModel('Plants'),
    )
    const order = (ids: string[], by: -1 | 1) =>
      shiftPlaces(model, places(...ids), by)
        .chain.styles.map(({ id }) => id)
        .join('')
    expect(order(['c', 'b'], -1)).toBe('bcad')
    expect(order(['b', 'c'], 1)).toBe('adbc')
    expect(order(['a', 'b'], -1)).toBe('abcd')
    expect(order(['a', 'd'], -1)).toBe('abdc')
  })

  it('puts a thing beside another of its like, layers from the decider downwards', () => {
    const layer = { kind: 'layer', id: 'team' } as const
    const model = ['team', 'head', 'board'].reduce(
      (model, id) => putInChain(model, { part: 'layers', item: { id, name: id, rule: { kind: 'all' } } }),
      emptyModel('Plants'),
    )
    expect(peersOf(model, layer)).toEqual(['board', 'head', 'team'])
    expect(peersOf(putBeside(model, layer, 'board', 'before'), layer)).toEqual(['team', 'board', 'head'])
    expect(peersOf(putBeside(model, layer, 'board', 'after'), layer)).toEqual(['board', 'team', 'head'])
    expect(putBeside(model, layer, 'nobody', 'after')).toBe(model)
  })

  it('leaves the model it was given as it was', () => {
    edits.reduce((model, edit) => {
      const before = JSON.stringify(model)
      const next = edit(model)
      expect(JSON.stringify(model)).toBe(before)
      return next
    }, emptyModel('Plants'))
  })

  it('gives a model that the schema accepts', () => {
    expect(processModelSchema.parse(drawn)).toEqual(drawn)
  })

  it('that draws a line twice, or from a stage to itself, changes nothing', () => {
    expect(connect(drawn, { id: 'again', from: 'need', to: 'signed' })).toBe(drawn)
    expect(connect(drawn, { id: 'self', from: 'need', to: 'need' })).toBe(drawn)
  })

  it('that removes a stage removes its lines and its place', () => {
    const next = removeStage(drawn, 'need')
    expect(next.transitions).toEqual([])
    expect(next.layout).toEqual({ signed: { x: 400, y: 0 } })
  })

  it('that removes an element removes it from what actions and answers bring', () => {
    const [stage] = removePart(drawn, { stage: 'need', part: 'elements', id: 'budget' }).stages
    expect(stage?.actions[0]?.brings).toEqual([])
    expect(stage?.support[0]?.brings).toEqual([])
  })

  it('that removes a role leaves its commitments drawn without one', () => {
    const next = removeRole(drawn, 'boss')
    expect(next.stages[0]?.commitments[0]).not.toHaveProperty('role')
    expect(next.stages[0]?.elements[0]?.from).toEqual([])
  })

  it('that removes a layer takes its departments along and keeps its roles', () => {
    const { chain } = removeLayer(drawn, 'head')
    expect(chain.specialists).toEqual([])
    expect(chain.roles).toEqual([{ id: 'boss', name: 'Head of plant', kind: 'economic-buyer' }])
  })

  it('that removes a department leaves its calls without one', () => {
    expect(removeDepartment(drawn, 'legal').stages[0]?.support[0]).not.toHaveProperty('department')
  })

  it('moves a layer towards the decider', () => {
    expect(drawn.chain.layers.map(({ id }) => id)).toEqual(['board', 'head'])
  })
})

describe('undo and redo', () => {
  it('give back the very models that were there, in both directions', () => {
    const models = [emptyModel('Plants')]
    let history = begin(models[0] as ProcessModel)
    for (const edit of edits) {
      history = take(history, edit(history.present))
      models.push(history.present)
    }
    for (const model of models.toReversed().slice(1)) {
      history = undo(history)
      expect(history.present).toBe(model)
    }
    expect(undo(history)).toBe(history)
    for (const model of models.slice(1)) {
      history = redo(history)
      expect(history.present).toBe(model)
    }
    expect(redo(history)).toBe(history)
  })

  it('count an edit that changes nothing as none, and forget what was undone at the next edit', () => {
    const history = take(begin(drawn), drawn)
    expect(history.past).toEqual([])
    const edited = take(
      undo(take(history, changeStage(drawn, { ...(drawn.stages[0] as ProcessModel['stages'][number]), name: 'A' }))),
      removeStage(drawn, 'need'),
    )
    expect(edited.future).toEqual([])
  })
})

describe('an id', () => {
  it('follows the name and is used once', () => {
    expect(identify(drawn, 'element', 'Budget')).toBe('budget-2')
    expect(identify(drawn, 'stage', 'Price accepted, in principle')).toBe('price-accepted-in-principle')
  })

  it('follows the kind where the name has no Latin letters', () => {
    expect(identify(drawn, 'stage', '需求確認')).toBe('stage')
  })
})
