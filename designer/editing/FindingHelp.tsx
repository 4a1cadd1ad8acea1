import { ToolOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { diffModels, type Finding } from '#engine'
import { fixed } from '../commands/fix.ts'
import { useChangeSentence } from '../map/use-change-sentence.ts'
import { useDrawing, useModel, useReadOnly } from './drawing-store.ts'
import { hasPage, RulePage } from './RulePage.tsx'

/** What helps with a finding: one click that mends it, where that needs no judgement, and the page about its rule. */
export function FindingHelp({ finding }: { finding: Finding }) {
  const { t } = useTranslation()
  const model = useModel()
  const readOnly = useReadOnly()
  const run = useDrawing((drawing) => drawing.run)
  const tell = useChangeSentence()
  const [isReading, setReading] = useState(false)
  const mended = readOnly ? undefined : fixed(model, finding)
  const whatItDoes = () =>
    mended &&
    diffModels(model, mended)
      .map((change) => tell(change, { before: model, after: mended }))
      .join(' ')
  return (
    <span className="finding-help">
      {mended && (
        <Tooltip title={whatItDoes} placement="bottomLeft" trigger={['hover', 'focus']}>
          <Button size="small" icon={<ToolOutlined />} onClick={() => run((drawn) => fixed(drawn, finding) ?? drawn)}>
            {t('editing.fix')}
          </Button>
        </Tooltip>
      )}
      {hasPage(finding.rule) && (
        <Button type="link" size="small" onClick={() => setReading(true)}>
          {t('editing.rulePage.open')}
        </Button>
      )}
      {isReading && <RulePage rule={finding.rule} close={() => setReading(false)} />}
    </span>
  )
}
