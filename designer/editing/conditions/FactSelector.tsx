import { Select } from 'antd'
import type { FieldSelectorProps } from 'react-querybuilder'
import type { FactGroup } from './fact-fields.ts'

/** The facts of the drawing, in groups, found by typing. */
export function FactSelector({ options, value, handleOnChange, title, disabled }: FieldSelectorProps) {
  return (
    <Select
      aria-label={title ?? ''}
      value={value ?? null}
      disabled={disabled ?? false}
      onChange={(name: string) => handleOnChange(name)}
      options={(options as unknown as FactGroup[]).map((group) => ({
        label: group.label,
        options: group.options.map(({ name, label }) => ({ value: name, label })),
      }))}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      style={{ minWidth: 220, flex: 1 }}
    />
  )
}
