import { Select } from 'antd'
import { Field } from './Field.tsx'

type Option = { value: string; label: string } | { label: string; options: { value: string; label: string }[] }

/** One of a list; with `none`, it may be left open. */
export function ChoiceField<Value extends string>({
  label,
  value,
  options,
  change,
  none,
  hint,
}: {
  label: string
  value: Value | undefined
  options: Option[]
  change: (value: Value | undefined) => void
  none?: string
  hint?: string
}) {
  return (
    <Field label={label} hint={hint}>
      {(id) => (
        <Select
          id={id}
          value={value ?? null}
          options={options}
          onChange={(next: Value | null | undefined) => change(next ?? undefined)}
          allowClear={none !== undefined}
          placeholder={none}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          style={{ width: '100%' }}
        />
      )}
    </Field>
  )
}

export function ManyField({
  label,
  values,
  options,
  change,
  placeholder,
  hint,
}: {
  label: string
  values: string[]
  options: Option[]
  change: (values: string[]) => void
  placeholder?: string
  hint?: string
}) {
  return (
    <Field label={label} hint={hint}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          value={values}
          options={options}
          onChange={(next: string[]) => change(next)}
          placeholder={placeholder}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          style={{ width: '100%' }}
        />
      )}
    </Field>
  )
}
