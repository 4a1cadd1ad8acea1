import {
  ArrowLeftOutlined,
  BorderlessTableOutlined,
  HistoryOutlined,
  PlayCircleOutlined,
  QuestionCircleOutlined,
  RedoOutlined,
  SearchOutlined,
  UndoOutlined,
} from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Segmented, Tooltip } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Finding, PlayStep, ProcessModel } from '#engine'
import type { Editor } from '../../api/models/contract.ts'
import { withoutRoutes } from '../commands/routes.ts'
import { moveStages } from '../commands/stage-commands.ts'
import { ExchangeMenu } from '../exchange/ExchangeMenu.tsx'
import { tidyPositions } from '../map/tidy.ts'
import type { DrawingOwner } from '../resources/resources.ts'
import { LinkButton } from '../ui/LinkButton.ts'
import { versionsOf } from '../versions/versions-place.ts'
import { useDrawing, useModel, useReadOnly } from './drawing-store.ts'
import { FindingsList } from './FindingsList.tsx'
import { OtherEditors } from './OtherEditors.tsx'
import { OverlayButton } from './overlay/OverlayButton.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { SaveStatus } from './SaveStatus.tsx'
import type { Saver } from './saver.ts'
import type { Opened } from './use-board-keys.ts'
import { useDrawingView } from './use-drawing-view.ts'

type Props = {
  owner: DrawingOwner
  name: string
  others: readonly Editor[]
  saver: Saver
  findings: readonly Finding[]
  open: (what: Opened) => void
  /** A deal is played on the map: there is no list meanwhile. */
  isTrying: boolean
  /** Plays a deal on the drawing, from some steps on. */
  tryOut: (steps?: PlayStep[]) => void
}

export function TopBar({ owner, name, others, saver, findings, open, isTrying, tryOut }: Props) {
  const { t } = useTranslation()
  const model = useModel()
  const readOnly = useReadOnly()
  const { undo, redo, run, show } = useDrawing((drawing) => drawing)
  const { past, future } = useDrawing(({ history }) => history)
  const { state } = useStore(saver.store)
  const [showsFindings, showFindings] = useState(false)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const mayEdit = !readOnly

  /** Draws what was imported, and shows where the purchase begins. */
  function draw(imported: ProcessModel) {
    run(() => imported)
    const [first] = imported.stages
    if (first) show({ kind: 'stage', id: first.id })
  }

  async function tidy() {
    const positions = await tidyPositions(model)
    run((model) => moveStages(withoutRoutes(model), positions))
  }

  return (
    <header className="designer-bar">
      <Link
        to={owner.kind === 'segment' ? '/segments' : '/base-models'}
        className="designer-back"
        aria-label={t(`editing.backToAll.${owner.kind}`)}
      >
        <ArrowLeftOutlined />
      </Link>
      <h1 title={name}>{name}</h1>
      {mayEdit && <SaveStatus state={state} retry={() => void saver.flush()} />}
      <OtherEditors editors={others} />
      <div className="designer-tools">
        {!isTrying && <ViewSwitch />}
        {mayEdit && (
          <>
            <Tool label={t('editing.undo')} icon={<UndoOutlined />} act={undo} disabled={past.length === 0} />
            <Tool label={t('editing.redo')} icon={<RedoOutlined />} act={redo} disabled={future.length === 0} />
            <Tool
              label={t('editing.tidy')}
              icon={<BorderlessTableOutlined />}
              act={() => void tidy()}
              disabled={model.stages.length === 0}
            />
          </>
        )}
        <Tool label={t('editing.find.title')} icon={<SearchOutlined />} act={() => open('find')} />
        <span className="wide-only">
          <Tool label={t('editing.keys.title')} icon={<QuestionCircleOutlined />} act={() => open('keys')} />
        </span>
        <ExchangeMenu model={model} replace={mayEdit ? draw : undefined} />
        <FindingsList findings={findings} open={showsFindings} setOpen={showFindings} play={tryOut} />
        <Button icon={<PlayCircleOutlined />} onClick={() => tryOut()} aria-label={t('tryout.title')}>
          <span className="wide-only">{t('tryout.title')}</span>
        </Button>
        {owner.kind === 'segment' && <OverlayButton segment={owner.id} saver={saver} />}
        <LinkButton {...versionsOf(owner)} icon={<HistoryOutlined />} aria-label={t('editing.versions')}>
          <span className="wide-only">{t('editing.versions')}</span>
        </LinkButton>
        {mayEdit && (
          <PublishDialog
            owner={owner}
            saver={saver}
            errors={errors}
            warnings={findings.length - errors}
            showFindings={() => showFindings(true)}
          />
        )}
      </div>
    </header>
  )
}

function ViewSwitch() {
  const { t } = useTranslation()
  const { view, setView } = useDrawingView()
  return (
    <Segmented
      size="small"
      aria-label={t('editing.view.label')}
      value={view}
      onChange={setView}
      options={[
        { value: 'map', label: t('editing.view.map') },
        { value: 'list', label: t('editing.view.list') },
      ]}
    />
  )
}

function Tool({
  label,
  icon,
  act,
  disabled = false,
}: {
  label: string
  icon: ReactNode
  act: () => void
  disabled?: boolean
}) {
  return (
    <Tooltip title={label}>
      <Button type="text" icon={icon} aria-label={label} onClick={act} disabled={disabled} />
    </Tooltip>
  )
}
