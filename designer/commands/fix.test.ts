import { describe, expect, it } from 'vitest'
import { checkModel, processModelSchema, type RuleName } from '#engine'
import { aDrawing, aStage, ask, aWay, factsToAskFor } from '../../tests/support/a-drawing.ts'
import { fixed } from './fix.ts'

const budget = { id: 'budget', name: 'Budget', value: { kind: 'money' as const } }
const boss = { id: 'boss', name: 'Head of plant', kind: 'decider' as const }
const call = { id: 'review', name: 'Review', department: 'legal', due: { unit: 'hours' as const, amount: 4 } }
const legal = { id: 'legal', name: 'Legal' }

/** Drawings with one thing wrong, which has a way to be mended that needs no judgement. */
const wrong: [RuleName, Parameters<typeof aDrawing>[0]][] = [
  ['transition-to-itself', { transitions: [aWay('need', 'signed'), aWay('need', 'need')] }],
  ['transition-duplicate', { transitions: [aWay('need', 'signed'), aWay('need', 'signed', { id: 'again' })] }],
  ['transition-stage-missing', { transitions: [aWay('need', 'signed'), aWay('need', 'gone')] }],
  [
    'transition-shadowed',
    {
      ...factsToAskFor,
      transitions: [50, 100].map((amount) =>
        aWay('need', 'signed', {
          id: `above-${amount}`,
          condition: ask('attribute.amount', 'greaterThan', amount),
        }),
      ),
    },
  ],
  [
    'transition-leads-back',
    {
      stages: [aStage('need'), aStage('trial'), aStage('tender'), aStage('signed', { end: 'won' })],
      transitions: [aWay('need', 'trial'), aWay('trial', 'tender'), aWay('tender', 'trial'), aWay('tender', 'signed')],
    },
  ],
  ['stage-never-left', { signed: { end: undefined } }],
  ['end-missing', { stages: [aStage('need'), aStage('signed')] }],
  ['element-nobody-brings', { need: { elements: [budget] }, chain: { roles: [boss] } }],
  ['element-role-missing', { need: { elements: [{ ...budget, from: ['boss', 'gone'] }] }, chain: { roles: [boss] } }],
  [
    'commitment-without-role',
    { need: { commitments: [{ id: 'says-yes', name: 'Says yes' }] }, chain: { roles: [boss] } },
  ],
  [
    'commitment-role-missing',
    { need: { commitments: [{ id: 'says-yes', name: 'Says yes', role: 'gone' }] }, chain: { roles: [boss] } },
  ],
  ['condition-always-holds', { need: { entry: { all: [] } } }],
  [
    'action-brings-unknown',
    { need: { elements: [budget], actions: [{ id: 'ask', name: 'Ask', brings: ['budget', 'gone'] }] } },
  ],
  ['action-without-effect', { need: { elements: [budget], actions: [{ id: 'ask', name: 'Ask' }] } }],
  [
    'support-without-department',
    { need: { support: [{ id: 'review', name: 'Review', due: call.due }] }, departments: [legal] },
  ],
  ['support-department-missing', { need: { support: [{ ...call, department: 'gone' }] }, departments: [legal] }],
  ['support-brings-unknown', { need: { support: [{ ...call, brings: ['gone'] }] }, departments: [legal] }],
  [
    'layer-count-too-high',
    {
      chain: {
        layers: [{ id: 'head', name: 'Head', rule: { kind: 'at-least', count: 3 } }],
        roles: [{ ...boss, layer: 'head' }],
      },
    },
  ],
  ['role-layer-missing', { chain: { roles: [{ ...boss, layer: 'gone' }] } }],
  ['role-specialist-missing', { chain: { roles: [{ ...boss, specialist: 'gone' }] } }],
  ['style-leader-missing', { chain: { styles: [{ id: 'top', name: 'Top leader', leader: 'gone' }] } }],
  [
    'threshold-dates-unordered',
    {
      thresholds: [
        {
          id: 'limit',
          name: 'Limit',
          values: [
            { from: '2026-02-01', amount: 2 },
            { from: '2026-01-01', amount: 1 },
          ],
        },
      ],
    },
  ],
]

describe('one click', () => {
  it.each(wrong)('mends %s, and does no other harm', (rule, draft) => {
    const model = processModelSchema.parse(aDrawing(draft))
    const before = checkModel(model)
    const finding = before.find((one) => one.rule === rule)
    if (!finding) throw new Error(`the drawing has no ${rule}`)
    const mended = fixed(model, finding)
    expect(processModelSchema.parse(mended)).toEqual(mended)
    const after = mended ? checkModel(mended) : before
    expect(after.map(({ message }) => message)).not.toContain(finding.message)
    const errors = (findings: typeof before) => findings.filter(({ severity }) => severity === 'error').length
    expect(errors(after)).toBeLessThanOrEqual(errors(before))
  })

  it.each<[RuleName, string, Parameters<typeof aDrawing>[0]]>([
    [
      'commitment-without-role',
      'who of two promises something',
      {
        need: { commitments: [{ id: 'says-yes', name: 'Says yes' }] },
        chain: { roles: [boss, { ...boss, id: 'deputy', name: 'Deputy' }] },
      },
    ],
    [
      'transition-duplicate',
      'which of two conditions is meant',
      {
        transitions: [
          aWay('need', 'signed'),
          aWay('need', 'signed', { id: 'again', condition: ask('deal.style', 'equal', 'x') }),
        ],
      },
    ],
    [
      'stage-never-left',
      'whether a branch beside the end is an end too',
      {
        stages: [aStage('need'), aStage('side'), aStage('signed', { end: 'won' })],
        transitions: [aWay('need', 'signed'), aWay('need', 'side')],
      },
    ],
  ])('is not offered for %s, where a person has to say %s', (rule, _, draft) => {
    const model = processModelSchema.parse(aDrawing(draft))
    const finding = checkModel(model).find((one) => one.rule === rule)
    if (!finding) throw new Error(`the drawing has no ${rule}`)
    expect(fixed(model, finding)).toBeUndefined()
  })
})
