import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, Place } from '#engine'
import { namesIn } from '../deals/names.ts'
import { useModel } from '../editing/drawing-store.ts'
import { PurchaseMap } from '../map/PurchaseMap.tsx'
import { Clock } from './Clock.tsx'
import { LearnFact } from './LearnFact.tsx'
import { OpenMatters } from './OpenMatters.tsx'
import { PlayedStepList } from './PlayedStepList.tsx'
import { PlayingProvider } from './play-context.ts'
import { Scenarios } from './Scenarios.tsx'
import { StageWhy } from './StageWhy.tsx'
import { type PlayedSteps, usePlay } from './use-play.ts'
import './tryout.css'

type Props = {
  begun: PlayedSteps
  findings: readonly Finding[]
  /** Whose deals can be played; a base has none. */
  segment: string | undefined
  close: () => void
}

/** A deal on the drawing that nobody has published: what is learnt, answered and done on it, and what comes of that. */
export function TryOut({ begun, findings, segment, close }: Props) {
  const { t } = useTranslation()
  const model = useModel()
  const names = useMemo(() => namesIn(model), [model])
  const play = usePlay(model, begun)
  const [picked, pick] = useState<Place>()
  const { shown } = play
  return (
    <div className="tryout">
      <div className="canvas">
        <PurchaseMap
          model={model}
          {...(shown && { live: shown.state, now: shown.now })}
          findings={findings}
          selected={picked}
          onSelect={pick}
        />
      </div>
      <aside className="tryout-side" aria-label={t('tryout.title')}>
        <header className="tryout-head">
          <h2>{t('tryout.title')}</h2>
          <Button type="text" icon={<CloseOutlined />} aria-label={t('tryout.close')} onClick={close} />
        </header>
        {shown && (
          <PlayingProvider value={{ model, names, shown, take: play.take }}>
            <p className="quiet tryout-hint">{t('tryout.hint')}</p>
            <Clock />
            <LearnFact picked={picked} />
            <OpenMatters picked={picked} />
            <PlayedStepList play={play} />
            <StageWhy picked={picked} />
            <Scenarios play={play} segment={segment} />
          </PlayingProvider>
        )}
      </aside>
    </div>
  )
}
