import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Scalar, ValueType } from '#engine'
import { ValueEditor } from '../ui/ValueEditor.tsx'

type Props = {
  name: string
  type: ValueType
  value?: Scalar
  onChange?: (value: Scalar | undefined) => void
}

/** A value of one of the funnel’s fields, or none. */
export function LeadField({ name, type, value, onChange }: Props) {
  const { t } = useTranslation()
  const change = (next: Scalar | undefined) => onChange?.(next)
  return (
    <div className="lead-field">
      <ValueEditor type={type} currency="" value={value} onChange={change} label={name} />
      {value !== undefined && (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t('leads.clearField', { name })}
          onClick={() => change(undefined)}
        />
      )}
    </div>
  )
}
