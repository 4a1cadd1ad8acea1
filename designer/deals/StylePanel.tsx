import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deviation } from '#engine/deal'
import { useChangeSentence } from '../map/use-change-sentence.ts'
import { Ago } from '../ui/Ago.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ChooseStyle } from './ChooseStyle.tsx'
import { Deviate } from './Deviate.tsx'
import { useDealView } from './deal-view.ts'
import { StyleSuggestions } from './StyleSuggestions.tsx'
import { useOutlook } from './use-outlook.ts'

/** What is this deal's own: the style by which its customer decides, and every step taken outside the model. */
export function StylePanel() {
  const { t } = useTranslation()
  const { page, names, mayChange } = useDealView()
  const [doing, setDoing] = useState<'style' | 'deviation'>()
  const { model, state } = page
  const style = model.chain.styles.find(({ id }) => id === state.style)
  const deviations = Object.entries(state.deviations).sort(([, a], [, b]) => b.seq - a.seq)
  const stop = () => setDoing(undefined)
  const outlook = useOutlook()
  return (
    <Panel title={t('deals.style.title')}>
      <div className="titled-body">
        <p className="style-now">
          <span className="quiet">{t('words.style')}</span>
          <strong>{style?.name ?? t('deals.style.none')}</strong>
        </p>
        {style?.description && <p className="quiet">{style.description}</p>}
        {style?.leader && <p className="quiet">{t('deals.style.leader', { role: names.role(style.leader) })}</p>}
        {outlook && <StyleSuggestions suggested={outlook.suggestedStyles} />}
      </div>
      {deviations.length > 0 && (
        <ul className="cards">
          {deviations.map(([id, deviation]) => (
            <DeviationItem key={id} deviation={deviation} />
          ))}
        </ul>
      )}
      {doing === 'style' && <ChooseStyle close={stop} />}
      {doing === 'deviation' && <Deviate close={stop} />}
      {mayChange && !doing && (
        <div className="card-actions titled-body">
          {model.chain.styles.length > 0 && (
            <Button size="small" onClick={() => setDoing('style')}>
              {t('deals.style.choose')}
            </Button>
          )}
          <Button size="small" onClick={() => setDoing('deviation')}>
            {t('deals.deviate.title')}
          </Button>
        </div>
      )}
    </Panel>
  )
}

const kinds = ['skip-stage', 'drop-action', 'add-action', 'choose-style', 'adapt-model'] as const

function DeviationItem({ deviation }: { deviation: Deviation }) {
  const { t } = useTranslation()
  const { page, names, nameOf } = useDealView()
  const tell = useChangeSentence()
  const kind = kinds.find((one) => one === deviation.kind)
  const target = {
    'skip-stage': names.stage,
    'drop-action': names.action,
    'add-action': names.stage,
    'choose-style': names.style,
    'adapt-model': String,
  }
  return (
    <li>
      <span>
        {kind ? t(`deals.deviate.did.${kind}`, { target: target[kind](deviation.target) }) : deviation.target}
      </span>
      {deviation.changes?.map((change) => (
        <p key={`${change.kind} ${change.place.id}`} className="quiet">
          {tell(change, { before: page.model, after: page.model })}
        </p>
      ))}
      <blockquote>{deviation.reason}</blockquote>
      <small className="quiet">
        {nameOf(deviation.by)} · <Ago at={deviation.at} />
      </small>
    </li>
  )
}
