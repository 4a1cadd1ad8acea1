import { InputNumber, Select, Space } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Duration } from '#engine'
import { Field } from './Field.tsx'

const units = ['minutes', 'hours', 'days'] as const

/** A length of time, or none where the number is empty. */
export function DurationField({
  label,
  value,
  change,
  hint,
}: {
  label: string
  value: Duration | undefined
  change: (value: Duration | undefined) => void
  hint?: string
}) {
  const { t } = useTranslation()
  const [unit, setUnit] = useState(value?.unit ?? 'days')
  useEffect(() => {
    if (value) setUnit(value.unit)
  }, [value])
  return (
    <Field label={label} hint={hint}>
      {(id) => (
        <Space.Compact block>
          <InputNumber
            id={id}
            value={value?.amount ?? null}
            min={0.25}
            max={3650}
            step={1}
            placeholder="—"
            style={{ flex: 1 }}
            onChange={(amount) => change(typeof amount === 'number' && amount > 0 ? { unit, amount } : undefined)}
          />
          <Select
            aria-label={t('editing.unitOf', { label })}
            value={unit}
            options={units.map((one) => ({ value: one, label: t(`words.durationUnit.${one}`) }))}
            onChange={(next) => {
              setUnit(next)
              if (value) change({ ...value, unit: next })
            }}
            style={{ width: 110 }}
          />
        </Space.Compact>
      )}
    </Field>
  )
}
