import { DeleteOutlined } from '@ant-design/icons'
import { Button, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Position } from '#engine'
import { leadLine } from '../../commands/routes.ts'
import { withBend } from '../../commands/with-bend.ts'
import { useDrawing, useModel, useReadOnly } from '../drawing-store.ts'
import { IconButton } from '../PartList.tsx'

/** The bends of a line, for whoever does not drag them on the map. */
export function BendsField({ transition }: { transition: string }) {
  const { t } = useTranslation()
  const run = useDrawing((drawing) => drawing.run)
  const readOnly = useReadOnly()
  const bends = useModel().routes?.[transition] ?? []
  const lead = (points: readonly Position[], typing?: string) =>
    run((model) => leadLine(model, transition, points), typing)
  const axis = (at: number, axis: 'x' | 'y', label: string) => (
    <InputNumber
      size="small"
      aria-label={label}
      value={bends[at]?.[axis] ?? null}
      step={10}
      precision={0}
      onChange={(value) => {
        const bend = bends[at]
        if (bend && value !== null) lead(bends.with(at, { ...bend, [axis]: value }), `bend ${at} of ${transition}`)
      }}
    />
  )
  return (
    <section className="parts" aria-label={t('editing.bends.title')}>
      <h3>{t('editing.bends.title')}</h3>
      {bends.length === 0 && <p className="quiet">{t('editing.bends.none')}</p>}
      <ol className="bend-list">
        {bends.map((_, at) => (
          // Bends have nothing but their turn.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at}>
            {axis(at, 'x', t('editing.bends.across', { number: at + 1 }))}
            {axis(at, 'y', t('editing.bends.down', { number: at + 1 }))}
            {!readOnly && (
              <IconButton
                label={t('editing.bends.remove', { number: at + 1 })}
                icon={<DeleteOutlined />}
                act={() => lead(bends.toSpliced(at, 1))}
              />
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button
          type="text"
          size="small"
          className="add-by-name"
          onClick={() => run((model) => withBend(model, transition)?.model ?? model)}
        >
          {t('editing.bends.add')}
        </Button>
      )}
      {!readOnly && bends.length > 0 && (
        <Button type="text" size="small" className="add-by-name" onClick={() => lead([])}>
          {t('editing.bends.straighten')}
        </Button>
      )}
    </section>
  )
}
