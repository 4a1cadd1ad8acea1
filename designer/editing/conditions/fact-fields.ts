import { type Condition, type Fact, type Operator, testsIn } from '#engine'
import { factLabel, type Telling } from '../../map/condition-sentence.ts'

const groups = [
  'lead',
  'lead-field',
  'tag',
  'deal',
  'attribute',
  'element',
  'commitment',
  'grade',
  'days-since',
  'layer',
  'support',
  'action',
  'objections',
  'style',
] as const

export type FactField = { name: string; value: string; label: string; fact: Fact | undefined }
export type FactGroup = { label: string; options: FactField[] }

/** What conditions can ask about, in groups; last, what the edited condition names and nothing has. */
export function factFields(condition: Condition, telling: Telling): FactGroup[] {
  const facts = [...telling.facts.values()]
  const known = new Set(facts.map(({ name }) => name))
  const strangers = [...new Set(testsIn(condition).map(({ fact }) => fact))].filter((name) => !known.has(name))
  return [
    ...groups.map((kind) => ({
      label: telling.t(`editing.factGroup.${kind}`),
      options: facts.filter(({ origin }) => origin.kind === kind).map((fact) => fieldOf(fact, telling)),
    })),
    {
      label: telling.t('editing.factGroup.unknown'),
      options: strangers.map((name) => ({ name, value: name, label: name, fact: undefined })),
    },
  ].filter(({ options }) => options.length > 0)
}

const fieldOf = (fact: Fact, telling: Telling): FactField => ({
  name: fact.name,
  value: fact.name,
  label: factLabel(fact.name, telling),
  fact,
})

const presence: Operator[] = ['isKnown', 'isUnknown']
const ordered: Operator[] = ['greaterThan', 'greaterThanInclusive', 'lessThan', 'lessThanInclusive']

/** What can be asked of a fact, by the kind of its value. */
export function operatorsFor(fact: Fact | undefined): Operator[] {
  switch (fact?.value.kind) {
    case 'flag':
      return ['equal', 'notEqual', ...presence]
    case 'number':
    case 'money':
      return fact.origin.kind === 'grade'
        ? ['greaterThanInclusive', 'equal', ...presence]
        : [...ordered, 'equal', 'notEqual', ...presence]
    case 'date':
      return [...ordered, 'equal', ...presence]
    case 'choice':
      return ['equal', 'notEqual', 'in', 'notIn', ...presence]
    default:
      return ['equal', 'notEqual', 'in', 'notIn', ...presence]
  }
}
