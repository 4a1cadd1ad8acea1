import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDrawing } from '../../tests/support/a-drawing.ts'
import { smallPurchase } from '../../tests/support/a-model.ts'
import { monotoneModel } from '../../tests/support/random-models.ts'
import type { Condition } from '../model/condition.ts'
import { type ProcessModel, processModelSchema } from '../model/process-model.ts'
import { checkModel } from './check-model.ts'
import { findingSchema, type Rule } from './finding.ts'
import { rules } from './rules/index.ts'
import { sentences } from './sentences.ts'

const small = processModelSchema.parse(smallPurchase)
const names = rules.map(({ name }) => name as string)
const docs = new URL('../../docs/checks/', import.meta.url)

/** The same drawing with some of its ids, anywhere, replaced by one that nothing has. */
const withHoles = (model: ProcessModel, ids: string[]): ProcessModel =>
  ids.reduce((drawn, id) => JSON.parse(JSON.stringify(drawn).replace(`"${id}"`, '"hole"')), model)

describe('a check of a drawing', () => {
  it('finds nothing in a purchase that has all that a purchase has', () => {
    expect(checkModel(small)).toEqual([])
  })

  it('tells errors before warnings, each with its place and a sentence', () => {
    const findings = checkModel(
      processModelSchema.parse(
        aDrawing({
          need: { actions: [{ id: 'visit', name: 'Visit' }], commitments: [{ id: 'yes', name: 'Says yes' }] },
        }),
      ),
    )
    expect(findings).toEqual([
      {
        rule: 'commitment-without-role',
        severity: 'error',
        place: { kind: 'commitment', id: 'yes', stage: 'need' },
        message: 'Commitment “Says yes” of stage “Need stated” has no role to give it. Choose who promises it.',
        values: { commitment: 'Says yes', stage: 'Need stated' },
      },
      expect.objectContaining({ rule: 'action-without-effect', severity: 'warning' }),
    ])
  })

  it('reports a rule that crashes, and goes on with the others', () => {
    const crashing: Rule = {
      name: 'start-missing',
      severity: 'warning',
      check: () => {
        throw new Error('out of paper')
      },
    }
    const model = processModelSchema.parse(aDrawing({ transitions: [] }))
    const others = rules.filter(({ name }) => name !== 'start-missing')
    const [first, ...rest] = checkModel(model, [crashing, ...others])
    expect(first).toMatchObject({
      rule: 'check-crashed',
      severity: 'error',
      message: expect.stringMatching(/“start-missing”.*\(out of paper\)/),
    })
    expect(rest).toEqual(checkModel(model))
  })

  it('never crashes, whatever is drawn and whatever is missing from it', () => {
    fc.assert(
      fc.property(
        monotoneModel,
        fc.array(fc.constantFrom('s0', 's1', 'r0', 'r2', 'l0', 'e0', 'legal')),
        (draft, ids) => {
          const findings = checkModel(withHoles(processModelSchema.parse(draft), ids))
          for (const finding of findings) findingSchema.parse(finding)
          expect(findings.map(({ rule }) => rule)).not.toContain('check-crashed')
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('leaves alone a condition too tangled to be decided', () => {
    // More guests than rooms (the pigeonhole principle): never true, and it takes ages to try everything.
    const [guests, rooms] = [10, 9].map((count) => Array.from({ length: count }, (_, n) => n)) as [number[], number[]]
    const stays = (guest: number, room: number, value = true): Condition => ({
      fact: `attribute.g${guest}-r${room}`,
      operator: 'equal',
      value,
    })
    const exit: Condition = {
      all: [
        ...guests.map((guest) => ({ any: rooms.map((room) => stays(guest, room)) })),
        ...rooms.flatMap((room) =>
          guests.flatMap((one) =>
            guests.slice(one + 1).map((two) => ({ any: [stays(one, room, false), stays(two, room, false)] })),
          ),
        ),
      ],
    }
    const attributes = guests.flatMap((guest) =>
      rooms.map((room) => ({ id: `g${guest}-r${room}`, name: `${guest} ${room}`, value: { kind: 'flag' as const } })),
    )
    expect(checkModel(processModelSchema.parse(aDrawing({ attributes, need: { exit } })))).toEqual([])
  })
})

describe('every rule', () => {
  it('has its sentence, and every sentence its rule', () => {
    const said = Object.keys(sentences).filter((name) => !name.includes('_') && name !== 'check-crashed')
    expect(said.sort()).toEqual([...names].sort())
  })

  it('has a page that says how much it weighs, and no page is left over', () => {
    expect(readdirSync(docs).sort()).toEqual(names.map((name) => `${name}.md`).sort())
    for (const { name, severity } of rules)
      expect(readFileSync(new URL(`${name}.md`, docs), 'utf8').toLowerCase()).toMatch(
        new RegExp(`^# ${name}\\n\\n${severity}\\. `),
      )
  })

  it('has its own file and its own table of drawings', () => {
    const missing = names.filter((name) =>
      ['ts', 'test.ts'].some((ending) => !existsSync(new URL(`rules/${name}.${ending}`, import.meta.url))),
    )
    expect(missing).toEqual([])
  })
})
