import { factName } from '../facts/fact.ts'
import type { Condition } from '../model/condition.ts'
import type { Chain } from '../run/chain-of.ts'
import { covers } from '../run/sign-off.ts'
import { conditionOf, type Signing, signatureFact, signaturesIn, testsOf } from '../run/signing.ts'

/** A condition in terms of what people can bring: layers and the leader's cover are put as the signatures they rest on. */
export const spellOut = (chain: Chain, condition: Condition): Condition =>
  withLeaderSpelledOut(chain, withLayersSpelledOut(chain, condition))

/** A commitment beneath the leader's layer is given by its own role, or covered by all that the leader promises. */
function withLeaderSpelledOut({ plan, layers, observed }: Chain, condition: Condition): Condition {
  const covered = new Map(covers(plan, layers, observed).map(({ signature, by }) => [signatureFact(signature), by]))
  const spelled = (part: Condition): Condition => {
    if ('all' in part) return { all: part.all.map(spelled) }
    if ('any' in part) return { any: part.any.map(spelled) }
    if ('not' in part) return part
    const by = covered.get(part.fact.replace(/^grade\./, ''))
    if (!by || !(part.value === true || part.operator === 'greaterThanInclusive')) return part
    return { any: [part, promised(by, part.value === true ? 1 : Number(part.value))] }
  }
  return spelled(condition)
}

/** What a leader promises, at a grade at least. */
const promised = (by: Signing, grade: number): Condition => ({
  all: signaturesIn(by).map((one) => testsOf({ ...one, grade: Math.max(one.grade, grade) })),
})

/** A layer is nobody's to bring: in its place stand the signatures that sign it off. */
function withLayersSpelledOut(chain: Chain, condition: Condition): Condition {
  const { plan, layers, facts } = chain
  if ('all' in condition) return { all: condition.all.map((member) => withLayersSpelledOut(chain, member)) }
  if ('any' in condition) return { any: condition.any.map((member) => withLayersSpelledOut(chain, member)) }
  if ('not' in condition || !condition.fact.startsWith('layer.') || facts[condition.fact] !== undefined)
    return condition
  const layer = layers.find(({ id }) => factName.layer(id) === condition.fact)
  return layer && condition.value === true ? conditionOf(plan, layer.signing, facts) : condition
}
