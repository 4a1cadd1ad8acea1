import { idOfThreshold } from '../facts/fact.ts'
import { type Condition, isTest, type Scalar, type Test, thresholdOf, valuesNamed } from '../model/condition.ts'
import { grades } from '../model/value-type.ts'
import type { Names } from './names.ts'
import { type ChangeTexts, fill } from './texts.ts'

/** A condition in one line, as people read it. Groups within groups stand in brackets. */
export function tellCondition(condition: Condition, names: Names, texts: ChangeTexts): string {
  const words = texts.condition
  if (isTest(condition)) return tellTest(condition, names, texts)
  if ('not' in condition) return fill(words.not ?? '', { condition: tellCondition(condition.not, names, texts) })
  const [members, joint, none] =
    'all' in condition ? [condition.all, words.all, words.always] : [condition.any, words.any, words.never]
  if (members.length === 0) return none ?? ''
  return members.map((member) => within(member, members.length, names, texts)).join(joint)
}

function within(member: Condition, siblings: number, names: Names, texts: ChangeTexts): string {
  const told = tellCondition(member, names, texts)
  const isPlain = siblings === 1 || isTest(member) || 'not' in member
  return isPlain ? told : fill(texts.condition.group ?? '', { condition: told })
}

function tellTest({ fact: name, operator, value }: Test, names: Names, texts: ChangeTexts): string {
  const fact = names.fact(name)
  const tell = (one: Scalar): string => {
    if (typeof one === 'boolean') return (one ? texts.value.yes : texts.value.no) ?? ''
    if (fact.origin === 'grade') return texts.word[grades[Number(one) - 1] ?? ''] ?? String(one)
    if (typeof one === 'number') return String(one)
    return fill(texts.value.quoted ?? '', { text: fact.origin === 'style' ? names.nameOf('style', one) : one })
  }
  const threshold = thresholdOf({ fact: name, operator, value })
  const values = threshold
    ? [fill(texts.fact.threshold ?? '', { name: names.nameOf('threshold', idOfThreshold(threshold)) })]
    : valuesNamed({ fact: name, operator, value }).map(tell)
  return fill(texts.condition[operator] ?? '', { fact: fact.text, value: values.join(texts.value.and) })
}
