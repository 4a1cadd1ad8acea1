import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Conflict, ProcessModel, Side } from '#engine'
import { useChangeSentence } from '../../map/use-change-sentence.ts'
import { useModel } from '../drawing-store.ts'

type Props = {
  conflict: Conflict
  drawnOn: ProcessModel
  base: ProcessModel
  side: Side | undefined
  take: (side: Side) => void
}

/** What a segment and its base changed so that it cannot be both: either side in sentences, to choose one. */
export function ConflictCard({ conflict: { changes, place }, drawnOn, base, side, take }: Props) {
  const { t } = useTranslation()
  const tell = useChangeSentence()
  const model = useModel()
  const sentences = {
    ours: changes.ours.map((change) => tell(change, { before: drawnOn, after: model })),
    theirs: changes.theirs.map((change) => tell(change, { before: drawnOn, after: base })),
  }
  return (
    <Radio.Group
      className="conflict-card"
      aria-label={`${t('overlay.conflicts')}: ${place.id}`}
      value={side}
      onChange={({ target }) => take(target.value)}
    >
      {(['ours', 'theirs'] as const).map((one) => (
        <Radio key={one} value={one}>
          <strong>{t(`overlay.side.${one}`)}</strong>
          {sentences[one].length === 0 && <span className="quiet">{t('overlay.asBefore')}</span>}
          {sentences[one].map((sentence) => (
            <span key={sentence}>{sentence}</span>
          ))}
        </Radio>
      ))}
    </Radio.Group>
  )
}
