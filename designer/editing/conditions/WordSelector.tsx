import { Select } from 'antd'
import type { CombinatorSelectorProps, OperatorSelectorProps } from 'react-querybuilder'

/** How things are compared, or how comparisons are joined: one of a few words. */
export function WordSelector({
  options,
  value,
  handleOnChange,
  title,
  disabled,
}: OperatorSelectorProps | CombinatorSelectorProps) {
  return (
    <Select
      aria-label={title ?? ''}
      value={value ?? null}
      disabled={disabled ?? false}
      onChange={(name: string | null) => name && handleOnChange(name)}
      options={options.flatMap((option) => ('options' in option ? [] : [{ value: option.name, label: option.label }]))}
      popupMatchSelectWidth={false}
    />
  )
}
