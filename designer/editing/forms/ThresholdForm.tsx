import { Button, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Threshold } from '#engine'
import { putInModel } from '../../commands/chain-commands.ts'
import { useDrawing, useReadOnly } from '../drawing-store.ts'
import { TextField } from '../fields/TextField.tsx'

/** The calendar to choose days from is fetched when the first threshold is looked at. */
const DatedValues = lazy(() => import('./DatedValues.tsx').then((room) => ({ default: room.DatedValues })))

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
        <Suspense fallback={<Skeleton active />}>
          <DatedValues item={item} set={setValues} readOnly={readOnly} />
        </Suspense>
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
