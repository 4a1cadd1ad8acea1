import { Modal, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Change, checkModel, type Finding, type Place, type ProcessModel, partsOf } from '#engine'
import { kindsFor, replacePlace } from '../commands/replace-place.ts'
import { isSame } from '../map/scene.ts'
import { useChangeSentence } from '../map/use-change-sentence.ts'
import { useFindingSentence } from '../map/use-finding-sentence.ts'
import { useDrawing, useModel } from './drawing-store.ts'

/** Makes a thing another kind of thing where it stands, after saying what would be lost. One undo takes it back. */
export function ReplaceDialog({ place, close }: { place: Place; close: () => void }) {
  const { t } = useTranslation()
  const model = useModel()
  const run = useDrawing((drawing) => drawing.run)
  const show = useDrawing((drawing) => drawing.show)
  const kinds = kindsFor(model, place)
  const [kind, choose] = useState(kinds[0])
  const done = useMemo(
    () => kind && replacePlace(model, place, kind, t('editing.fresh.stage')),
    [model, place, kind, t],
  )
  const name = partsOf(model).find((part) => isSame(part.place, place))?.name
  return (
    <Modal
      open
      title={t('editing.replace.title', { name: name ?? place.id })}
      okText={t('editing.replace.draw')}
      okButtonProps={{ disabled: !done }}
      onOk={() => {
        close()
        if (!done) return
        run(() => done.model)
        show(done.place)
      }}
      onCancel={close}
      width={560}
    >
      <p className="quiet">{t('editing.replace.hint')}</p>
      <Radio.Group
        className="gap-below"
        aria-label={t('editing.replace.kinds')}
        optionType="button"
        value={kind}
        onChange={({ target }) => choose(target.value)}
        options={kinds.map((one) => ({ value: one, label: t(`editing.kinds.${one}`) }))}
      />
      {done && <Losses before={model} {...done} />}
    </Modal>
  )
}

type LossesProps = {
  before: ProcessModel
  model: ProcessModel
  lost: Change[]
  others: Change[]
  scenarios: { id: string; name: string }[]
}

function Losses({ before, model, lost, others, scenarios }: LossesProps) {
  const { t } = useTranslation()
  const tell = useChangeSentence()
  const sentence = useFindingSentence()
  const told = (changes: readonly Change[]) => changes.map((change) => tell(change, { before, after: model }))
  const found = useMemo(() => newFindings(before, model), [before, model])
  return (
    <>
      <Told
        title={t('editing.replace.lost')}
        says={[...told(lost), ...scenarios.map(({ name }) => t('editing.replace.scenario', { name }))]}
        none={t('editing.replace.nothing')}
      />
      <Told title={t('editing.replace.found')} says={found.map(sentence)} />
      <Told title={t('editing.replace.others')} says={told(others)} />
    </>
  )
}

function Told({ title, says, none }: { title: string; says: readonly string[]; none?: string }) {
  if (says.length === 0 && none === undefined) return null
  return (
    <section className="change-list" aria-label={title}>
      <h3>
        {title} <small>{says.length}</small>
      </h3>
      {says.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ul>
          {says.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What the checks would find that they do not find now. */
function newFindings(before: ProcessModel, after: ProcessModel): Finding[] {
  const known = new Set(checkModel(before).map(({ message }) => message))
  return checkModel(after).filter(({ message }) => !known.has(message))
}
