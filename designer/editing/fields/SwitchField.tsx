import { Switch } from 'antd'
import { useId } from 'react'

export function SwitchField({
  label,
  value,
  change,
  hint,
}: {
  label: string
  value: boolean
  change: (value: boolean) => void
  hint?: string
}) {
  const id = useId()
  return (
    <div className="field">
      <span className="field-switch">
        <Switch id={id} size="small" checked={value} onChange={change} />
        <label htmlFor={id}>{label}</label>
      </span>
      {hint && <small>{hint}</small>}
    </div>
  )
}
