import { ForkOutlined } from '@ant-design/icons'
import { Badge, Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { overlayOf } from '#engine'
import { entriesOf } from '../../commands/back-to-base.ts'
import { useModel } from '../drawing-store.ts'
import type { Saver } from '../saver.ts'
import { OverlayDrawer } from './OverlayDrawer.tsx'
import { useRestsOn } from './use-rests-on.ts'
import './overlay.css'

/** How much a segment does otherwise than its base, and whether the base has changed; opens what it is, in sentences. */
export function OverlayButton({ segment, saver }: { segment: string; saver: Saver }) {
  const { t } = useTranslation()
  const model = useModel()
  const restsOn = useRestsOn({ kind: 'segment', id: segment })
  const [open, setOpen] = useState(false)
  const base = restsOn?.model
  const own = useMemo(() => (base ? entriesOf(overlayOf(base, model)).length : 0), [base, model])
  const isBehind = restsOn ? restsOn.newest > restsOn.version : false
  const says = restsOn
    ? [t('overlay.own', { count: own }), isBehind ? t('overlay.isBehind', { version: restsOn.newest }) : '']
    : [t('overlay.noBase')]
  return (
    <>
      <Badge dot={isBehind} offset={[-6, 6]}>
        <Button
          type="text"
          icon={<ForkOutlined />}
          aria-label={`${t('overlay.base')}: ${says.filter(Boolean).join(', ')}`}
          onClick={() => setOpen(true)}
        >
          <span className="wide-only">
            {t('overlay.base')}
            {restsOn && own > 0 && <small className="overlay-count">{own}</small>}
          </span>
        </Button>
      </Badge>
      <OverlayDrawer segment={segment} saver={saver} restsOn={restsOn} open={open} close={() => setOpen(false)} />
    </>
  )
}
