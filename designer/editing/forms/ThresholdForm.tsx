import { DeleteOutlined } from '@ant-design/icons'
import { Button, DatePicker, InputNumber } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Threshold } from '#engine'
import { putInModel } from '../../commands/chain-commands.ts'
import { useDrawing, useReadOnly } from '../drawing-store.ts'
import { TextField } from '../fields/TextField.tsx'
import { IconButton } from '../PartList.tsx'

/** A threshold with its values, each from a day on. They stand in the order of their days. */
export function ThresholdForm({ item }: { item: Threshold }) {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const run = useDrawing((drawing) => drawing.run)
  const set = (item: Threshold, typing?: string) =>
    run((model) => putInModel(model, { part: 'thresholds', item }), typing && `${item.id}.${typing}`)
  const setValues = (values: Threshold['values'], typing?: string) =>
    set({ ...item, values: values.toSorted((a, b) => (a.from < b.from ? -1 : 1)) }, typing)
  const last = item.values.at(-1)
  const next = {
    from: (last ? dayjs(last.from).add(1, 'year') : dayjs()).format('YYYY-MM-DD'),
    amount: last?.amount ?? 0,
  }
  return (
    <>
      <TextField label={t('words.name')} value={item.name} required change={(name) => set({ ...item, name }, 'name')} />
      <section className="parts" aria-label={t('editing.values')}>
        <h3>{t('editing.values')}</h3>
        <ol className="dated-values">
          {item.values.map((value, n) => (
            // A day may be changed to that of another value, so a value has no other identity than its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={n}>
              <DatePicker
                aria-label={t('editing.valueFrom')}
                allowClear={false}
                value={dayjs(value.from)}
                onChange={(day) => day && setValues(item.values.with(n, { ...value, from: day.format('YYYY-MM-DD') }))}
              />
              <InputNumber
                aria-label={t('editing.valueAmount')}
                value={value.amount}
                onChange={(amount) =>
                  typeof amount === 'number' && setValues(item.values.with(n, { ...value, amount }), `value.${n}`)
                }
                style={{ flex: 1 }}
              />
              {!readOnly && (
                <IconButton
                  label={t('editing.removeValue', { date: value.from })}
                  icon={<DeleteOutlined />}
                  act={() => setValues(item.values.toSpliced(n, 1))}
                />
              )}
            </li>
          ))}
        </ol>
        {!readOnly && (
          <Button size="small" onClick={() => setValues([...item.values, next])}>
            {t('editing.addValue')}
          </Button>
        )}
        <p className="quiet">{t('editing.valuesHint')}</p>
      </section>
    </>
  )
}
