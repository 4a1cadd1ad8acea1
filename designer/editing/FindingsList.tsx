import { CheckCircleFilled, CloseCircleFilled, PlayCircleOutlined, WarningFilled } from '@ant-design/icons'
import { Button, Popover, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { counterexampleTo, type Finding, hasCounterexample, type PlayStep } from '#engine'
import { useFindingSentence } from '../map/use-finding-sentence.ts'
import { useDrawing, useModel } from './drawing-store.ts'
import { FindingHelp } from './FindingHelp.tsx'

/** How many errors and warnings a drawing has; opens the list, from which one goes to the place. */
export function FindingsList({
  findings,
  open,
  setOpen,
  play,
}: {
  findings: readonly Finding[]
  open: boolean
  setOpen: (open: boolean) => void
  /** Plays a deal that shows a finding. */
  play: (steps: PlayStep[]) => void
}) {
  const { t } = useTranslation()
  const sentence = useFindingSentence()
  const show = useDrawing((drawing) => drawing.show)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.length - errors
  const list = (
    <ul className="findings-list">
      {findings.length === 0 && <li className="quiet">{t('editing.noFindings')}</li>}
      {findings.map((finding) => (
        <li key={`${finding.rule}:${finding.place.kind}:${finding.place.id}:${finding.message}`}>
          <button
            type="button"
            onClick={() => {
              show(finding.place)
              setOpen(false)
            }}
          >
            {finding.severity === 'error' ? (
              <CloseCircleFilled className="bad" aria-label={t('editing.error')} />
            ) : (
              <WarningFilled className="warn" aria-label={t('editing.warning')} />
            )}
            <span>{sentence(finding)}</span>
          </button>
          {hasCounterexample(finding) && <PlayFinding finding={finding} play={play} />}
          <FindingHelp finding={finding} />
        </li>
      ))}
    </ul>
  )
  const says =
    findings.length === 0
      ? t('editing.allGood')
      : [
          errors > 0 ? t('editing.errors', { count: errors }) : '',
          warnings > 0 ? t('editing.warnings', { count: warnings }) : '',
        ]
          .filter(Boolean)
          .join(' · ')
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      align={{ overflow: { shiftX: true } }}
      content={list}
      open={open}
      onOpenChange={setOpen}
    >
      <Button
        type="text"
        className={errors > 0 ? 'checks has-errors' : warnings > 0 ? 'checks has-warnings' : 'checks'}
        icon={errors > 0 ? <CloseCircleFilled /> : warnings > 0 ? <WarningFilled /> : <CheckCircleFilled />}
        aria-label={`${t('editing.checks')}: ${says}`}
      >
        <span className="wide-only">{says}</span>
        <span className="narrow-only">{findings.length || ''}</span>
      </Button>
    </Popover>
  )
}

function PlayFinding({ finding, play }: { finding: Finding; play: (steps: PlayStep[]) => void }) {
  const { t } = useTranslation()
  const model = useModel()
  const [isLooking, setLooking] = useState(false)
  async function look() {
    setLooking(true)
    play((await counterexampleTo(model, finding, new Date().toISOString())) ?? [])
  }
  return (
    <Tooltip title={t('tryout.playFinding')}>
      <Button
        type="text"
        size="small"
        icon={<PlayCircleOutlined />}
        aria-label={t('tryout.playFinding')}
        loading={isLooking}
        onClick={() => void look()}
      />
    </Tooltip>
  )
}
