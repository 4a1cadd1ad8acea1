import { expect, it } from 'vitest'
import { aDeal } from '../../tests/support/a-deal.ts'
import type { KnownFacts } from '../facts/fact.ts'
import type { SignOffRule } from '../model/decision-chain.ts'
import type { ProcessModelDraft } from '../model/process-model.ts'
import { withSignOff } from './sign-off.ts'
import { whoSigns } from './who-signs.ts'

type Answer = 'yes' | 'no' | 'none'
const answers: Answer[] = ['yes', 'no', 'none']

/** A layer signed by so many people, the last few of whom sit in a department that signs beside it. */
const chainOf = (signers: number, beside: number, rule: SignOffRule): ProcessModelDraft => ({
  formatVersion: 1,
  name: 'Signers',
  stages: [
    {
      id: 'signed',
      name: 'Signed',
      commitments: Array.from({ length: signers }, (_, n) => ({ id: `c${n}`, name: `Promise ${n}`, role: `r${n}` })),
    },
  ],
  chain: {
    layers: [{ id: 'board', name: 'Board', rule }],
    specialists: beside > 0 ? [{ id: 'legal', name: 'Legal', layer: 'board' }] : [],
    roles: Array.from({ length: signers }, (_, n) => ({
      id: `r${n}`,
      name: `Signer ${n}`,
      kind: 'decider' as const,
      ...(n < signers - beside ? { layer: 'board' } : { specialist: 'legal' }),
    })),
  },
})

const everyAnswer = (signers: number): Answer[][] =>
  signers === 0 ? [[]] : everyAnswer(signers - 1).flatMap((rest) => answers.map((one) => [...rest, one]))

const factsOf = (given: Answer[]): KnownFacts =>
  Object.fromEntries(
    given.flatMap((answer, n): [string, boolean | number][] =>
      answer === 'none'
        ? []
        : [
            [`commitment.c${n}`, answer === 'yes'],
            [`grade.commitment.c${n}`, 1],
          ],
    ),
  )

/** What the words say: the department signs as one, and of the layer's own people as many as the rule asks for. */
function isSigned(given: Answer[], own: number, rule: SignOffRule): boolean {
  const departmentSigns = given.slice(own).every((answer) => answer === 'yes')
  const yes = given.slice(0, own).filter((answer) => answer === 'yes').length
  if (rule.kind === 'all' || rule.kind === 'in-turn') return departmentSigns && yes === own
  return departmentSigns && yes >= (rule.kind === 'any' ? 1 : rule.count)
}

it('of up to six signers, with and without a department beside them, every answer of each signs as each rule says', async () => {
  let cases = 0
  for (let signers = 1; signers <= 6; signers++)
    for (let beside = 0; beside < Math.min(signers, 3); beside++) {
      const own = signers - beside
      const rules: SignOffRule[] = [
        { kind: 'all' },
        { kind: 'in-turn' },
        { kind: 'any' },
        ...Array.from({ length: own }, (_, n) => ({ kind: 'at-least' as const, count: n + 1 })),
      ]
      for (const rule of rules) {
        const { plan, state } = await aDeal(chainOf(signers, beside, rule))
        const layers = whoSigns(plan, state)
        for (const given of everyAnswer(signers)) {
          const signed = withSignOff(plan, layers, factsOf(given), new Set())['layer.board'] === true
          if (signed !== isSigned(given, own, rule)) expect({ given, own, rule, signed }).toBeUndefined()
          cases += 1
        }
      }
    }
  expect(cases).toBe(24_555)
})
