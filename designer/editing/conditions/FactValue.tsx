import { DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { ValueEditorProps } from 'react-querybuilder'
import { type Fact, factName, grades, idOfThreshold, type Scalar, type Test, thresholdOf, verdicts } from '#engine'
import { scalarLabel, type Telling } from '../../map/condition-sentence.ts'

/** The value that a fact is compared with, edited as what it is: a number, an amount, a day, one of a list, yes or no. */
export function FactValue({ field, operator, value, handleOnChange, title, context }: ValueEditorProps) {
  const { t } = useTranslation()
  const telling = context as Telling
  const fact = telling.facts.get(field)
  if (operator === 'isKnown' || operator === 'isUnknown') return null
  const set = (next: Test['value']) => handleOnChange(next)
  const label = title ?? t('editing.valueTitle')
  const choices = optionsOf(fact)
  const options = choices?.map((one) => ({ value: String(one), label: scalarLabel(one, fact, telling) }))
  const chosen = (text: string): Scalar => choices?.find((one) => String(one) === text) ?? text
  if (operator === 'in' || operator === 'notIn')
    return (
      <Select
        aria-label={label}
        mode={options ? 'multiple' : 'tags'}
        value={(Array.isArray(value) ? value : [value]).map(String)}
        {...(options && { options })}
        onChange={(next: string[]) => set(next.map(chosen))}
        style={{ minWidth: 220, flex: 1 }}
      />
    )
  if (options)
    return (
      <Select
        aria-label={label}
        value={String(value)}
        options={options}
        onChange={(next: string) => set(chosen(next))}
        popupMatchSelectWidth={false}
        style={{ minWidth: 120 }}
      />
    )
  switch (fact?.value.kind) {
    case 'number':
    case 'money':
      return <NumberValue label={label} value={value} set={set} fact={fact} telling={telling} />
    case 'date':
      return (
        <DatePicker
          aria-label={label}
          value={typeof value === 'string' && dayjs(value).isValid() ? dayjs(value) : null}
          onChange={(day) => set(day ? day.format('YYYY-MM-DD') : '')}
        />
      )
    default:
      return (
        <Input
          aria-label={label}
          value={String(value)}
          onChange={({ target }) => set(target.value)}
          style={{ width: 200 }}
        />
      )
  }
}

/** The values that a fact can have, where they can be listed. */
function optionsOf(fact: Fact | undefined): readonly Scalar[] | undefined {
  if (fact?.origin.kind === 'grade') return grades.map((_, n) => n + 1)
  if (fact?.origin.kind === 'support') return verdicts
  if (fact?.name === factName.style && fact.value.kind === 'choice') return fact.value.options
  if (fact?.value.kind === 'choice') return fact.value.options
  return fact?.value.kind === 'flag' ? [true, false] : undefined
}

const itself = ''

/** A number, or a threshold of the drawing that says which number. */
function NumberValue({
  label,
  value,
  set,
  fact,
  telling,
}: {
  label: string
  value: Test['value']
  set: (value: Test['value']) => void
  fact: Fact
  telling: Telling
}) {
  const { t } = useTranslation()
  const threshold = thresholdOf({ fact: fact.name, operator: 'equal', value })
  const names = [...telling.options].filter(([name]) => name.startsWith(factName.threshold('')))
  const options = [
    { value: itself, label: t('editing.aValue') },
    ...names.map(([name, label]) => ({ value: name, label })),
    ...(threshold && !telling.options.has(threshold) ? [{ value: threshold, label: idOfThreshold(threshold) }] : []),
  ]
  return (
    <>
      {options.length > 1 && (
        <Select
          aria-label={t('editing.comparedWith')}
          value={threshold ?? itself}
          options={options}
          onChange={(name) => set(name === itself ? 0 : { fact: name })}
          popupMatchSelectWidth={false}
          style={{ minWidth: 120 }}
        />
      )}
      {threshold === undefined && (
        <InputNumber
          aria-label={label}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => set(typeof next === 'number' ? next : 0)}
          suffix={fact.value.kind === 'money' ? telling.currency : fact.value.kind === 'number' && fact.value.unit}
          style={{ width: 170 }}
        />
      )}
    </>
  )
}
