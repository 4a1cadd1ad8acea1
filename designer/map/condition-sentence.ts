import type { TFunction } from 'i18next'
import {
  type Condition,
  catalogueOf,
  type Fact,
  factName,
  grades,
  idOfThreshold,
  type ProcessModel,
  type Scalar,
  type Test,
  thresholdOf,
  valuesNamed,
} from '#engine'
import { tellMoney } from './tell-value.ts'

/** What a condition is told with: the words of a language, and the names and types of a model's facts. */
export type Telling = {
  t: TFunction
  language: string
  currency: string
  facts: ReadonlyMap<string, Fact>
  /** What options are called whose values are ids, and thresholds by their names as facts. */
  options: ReadonlyMap<string, string>
}

export function tellingOf(model: ProcessModel, t: TFunction, language: string): Telling {
  return {
    t,
    language,
    currency: model.currency,
    facts: new Map(catalogueOf(model).map((fact) => [fact.name, fact])),
    options: new Map([
      ...model.chain.styles.map(({ id, name }): [string, string] => [id, name]),
      ...model.thresholds.map(({ id, name }): [string, string] => [factName.threshold(id), name]),
    ]),
  }
}

/** A condition as one readable sentence in the reader's language. Groups inside groups are in brackets. */
export function conditionSentence(condition: Condition, telling: Telling): string {
  const { t } = telling
  if ('not' in condition) return t('map.condition.not', { inner: grouped(condition.not, telling) })
  if ('all' in condition) return joined('and', condition.all, telling) ?? t('map.condition.always')
  if ('any' in condition) return joined('or', condition.any, telling) ?? t('map.condition.never')
  return testSentence(condition, telling)
}

function joined(word: 'and' | 'or', parts: readonly Condition[], telling: Telling): string | undefined {
  const said = parts.map((part) => (parts.length > 1 ? grouped(part, telling) : conditionSentence(part, telling)))
  return said.reduceRight<string | undefined>(
    (rest, first) => (rest === undefined ? first : telling.t(`map.condition.${word}`, { first, rest })),
    undefined,
  )
}

function grouped(condition: Condition, telling: Telling): string {
  const inner = conditionSentence(condition, telling)
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  return parts.length > 1 ? telling.t('map.condition.group', { inner }) : inner
}

function testSentence(test: Test, telling: Telling): string {
  const { t } = telling
  const fact = telling.facts.get(test.fact)
  const named = { fact: fact?.label ?? test.fact }
  if (test.operator === 'equal' && test.value === true) {
    if (fact?.origin.kind === 'layer') return t('map.condition.signedOff', named)
    if (fact?.origin.kind === 'action') return t('map.condition.actionDone', named)
    if (fact?.origin.kind === 'element' || fact?.origin.kind === 'commitment')
      return t(`map.condition.obtained.${fact.origin.kind}`, named)
  }
  return t(`map.condition.${wordFor(test, fact)}`, {
    fact: factLabel(test.fact, telling),
    value: valueLabel(test, fact, telling),
  })
}

/** Dates are before and after, where numbers are less and more. */
function wordFor({ operator }: Test, fact: Fact | undefined): string {
  const ordered = operator.startsWith('less') || operator.startsWith('greater')
  return ordered && fact?.value.kind === 'date' ? `date${operator[0]?.toUpperCase()}${operator.slice(1)}` : operator
}

/** What people call a fact; its own name where the model has no such fact. */
export function factLabel(name: string, { t, facts }: Telling): string {
  const fact = facts.get(name)
  if (!fact) return name
  switch (fact.origin.kind) {
    case 'attribute':
    case 'element':
    case 'commitment':
    case 'lead-field':
    case 'tag':
      return fact.label
    case 'deal':
      return t(`map.routingFact.${fact.label}`)
    case 'lead':
      return t(`map.leadFact.${fact.label}`)
    default:
      return t(`map.fact.${fact.origin.kind}`, { fact: fact.label })
  }
}

function valueLabel(test: Test, fact: Fact | undefined, telling: Telling): string {
  const threshold = thresholdOf(test)
  if (threshold !== undefined)
    return telling.t('map.condition.threshold', { name: telling.options.get(threshold) ?? idOfThreshold(threshold) })
  return valuesNamed(test)
    .map((one) => scalarLabel(one, fact, telling))
    .join(telling.t('map.condition.list'))
}

/** One value of a fact, as people write it. */
export function scalarLabel(value: Scalar, fact: Fact | undefined, telling: Telling): string {
  const { t, language } = telling
  if (typeof value === 'boolean') return t(value ? 'words.yes' : 'words.no')
  if (fact?.origin.kind === 'grade') return gradeLabel(value, telling)
  if (fact?.origin.kind === 'support') return t(`words.verdict.${value}`, { defaultValue: String(value) })
  if (fact?.origin.kind === 'style' || fact?.origin.kind === 'deal' || fact?.origin.kind === 'lead')
    return telling.options.get(String(value)) ?? String(value)
  if (typeof value === 'string') return value
  return fact?.value.kind === 'money'
    ? tellMoney(value, telling.currency, language)
    : new Intl.NumberFormat(language).format(value)
}

function gradeLabel(value: Scalar, { t }: Telling): string {
  const grade = grades[Number(value) - 1]
  return grade ? t(`words.grade.${grade}`) : String(value)
}
