import { DeleteOutlined } from '@ant-design/icons'
import { DatePicker, InputNumber } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Threshold } from '#engine'
import { IconButton } from '../PartList.tsx'

type Props = {
  item: Threshold
  /** `typing` names the field that is being typed in, so that what is typed in one go is undone in one go. */
  set: (values: Threshold['values'], typing?: string) => void
  readOnly: boolean
}

/** The values of a threshold, each with the day from which it holds. */
export function DatedValues({ item: { values }, set, readOnly }: Props) {
  const { t } = useTranslation()
  return (
    <ol className="dated-values">
      {values.map((value, n) => (
        // A day may be changed to that of another value, so a value has no other identity than its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={n}>
          <DatePicker
            aria-label={t('editing.valueFrom')}
            allowClear={false}
            value={dayjs(value.from)}
            onChange={(day) => day && set(values.with(n, { ...value, from: day.format('YYYY-MM-DD') }))}
          />
          <InputNumber
            aria-label={t('editing.valueAmount')}
            value={value.amount}
            onChange={(amount) => typeof amount === 'number' && set(values.with(n, { ...value, amount }), `value.${n}`)}
            style={{ flex: 1 }}
          />
          {!readOnly && (
            <IconButton
              label={t('editing.removeValue', { date: value.from })}
              icon={<DeleteOutlined />}
              act={() => set(values.toSpliced(n, 1))}
            />
          )}
        </li>
      ))}
    </ol>
  )
}
