import { Select } from 'antd'

type Props = {
  label: string
  value: string | undefined
  items: { id: string; name: string }[] | undefined
  choose: (id: string) => void
}

/** One thing to filter a list by, or any. */
export function Choice({ label, value, items = [], choose }: Props) {
  return (
    <Select
      allowClear
      aria-label={label}
      placeholder={label}
      className="filter-choice"
      value={value}
      onChange={(id: string | undefined) => choose(id ?? '')}
      options={items.map(({ id, name }) => ({ value: id, label: name }))}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
    />
  )
}
