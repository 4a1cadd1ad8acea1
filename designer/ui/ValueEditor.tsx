import { Input, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Scalar, unreachable, type ValueType } from '#engine'

type Props = {
  type: ValueType
  currency: string
  value: Scalar | undefined
  /** Undefined while there is nothing that fits the type. */
  onChange: (value: Scalar | undefined) => void
  /** What is edited, for those who do not see where it stands. */
  label: string
}

/** Enters a value of a fact, by the fact's type. */
export function ValueEditor({ type, currency, value, onChange, label }: Props) {
  const { t } = useTranslation()
  switch (type.kind) {
    case 'flag':
      return (
        <Radio.Group
          aria-label={label}
          optionType="button"
          value={value}
          onChange={({ target }) => onChange(target.value as boolean)}
          options={[
            { value: true, label: t('words.yes') },
            { value: false, label: t('words.no') },
          ]}
        />
      )
    case 'number':
    case 'money':
      return (
        <InputNumber<number>
          aria-label={label}
          className="value-number"
          inputMode="decimal"
          value={typeof value === 'number' ? value : null}
          onChange={(number) => onChange(number ?? undefined)}
          suffix={type.kind === 'money' ? currency : type.unit}
          formatter={grouped}
          parser={(text) => Number((text ?? '').replace(/[,\s]/g, ''))}
        />
      )
    case 'date':
      return (
        <Input
          aria-label={label}
          type="date"
          value={typeof value === 'string' ? value.slice(0, 10) : ''}
          onChange={({ target }) => onChange(target.value || undefined)}
        />
      )
    case 'text':
      return (
        <Input.TextArea
          aria-label={label}
          autoSize={{ minRows: 1, maxRows: 6 }}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => onChange(target.value.trim() ? target.value : undefined)}
        />
      )
    case 'choice':
      return (
        <Select
          aria-label={label}
          value={typeof value === 'string' ? value : null}
          onChange={(option: string) => onChange(option)}
          options={type.options.map((option) => ({ value: option, label: option }))}
          popupMatchSelectWidth={false}
        />
      )
    default:
      return unreachable(type)
  }
}

function grouped(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return ''
  const [whole = '', fraction] = String(value).split('.')
  const spaced = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return fraction === undefined ? spaced : `${spaced}.${fraction}`
}
