import { Alert, App, Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProcessModel } from '#engine'
import { overwrittenSchema } from '../../api/models/contract.ts'
import { saveModelFile } from '../exchange/save-file.ts'
import type { Refusal } from '../refusal.ts'
import { useMe } from '../session/use-me.ts'
import { ChangeList } from './ChangeList.tsx'

const shownAtMost = 6

/** Somebody else saved the drawing meanwhile: what they changed, what is only here, and a way on that loses neither. */
export function Conflict({
  error,
  base,
  mine,
  theirs,
  reload,
}: {
  error: Refusal
  base: ProcessModel
  mine: ProcessModel
  theirs: ProcessModel | undefined
  reload: () => void
}) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const { data: me } = useMe()
  const saved = overwrittenSchema.safeParse(error.details).data
  const who = saved?.by ?? ''
  const whose = !saved ? 'unknown' : saved.byId === me?.id ? 'me' : 'other'
  return (
    <Alert
      type="error"
      banner
      showIcon
      title={t(`editing.conflict.${whose}`, { who })}
      description={
        <div className="conflict">
          {theirs && (
            <ChangeList
              title={t(`editing.theirs.${whose}`, { who })}
              before={base}
              after={theirs}
              atMost={shownAtMost}
              layout
            />
          )}
          <ChangeList title={t('editing.mine')} before={base} after={mine} atMost={shownAtMost} layout />
        </div>
      }
      action={
        <Space orientation="vertical">
          <Button size="small" onClick={() => saveModelFile(mine)}>
            {t('editing.keepCopy')}
          </Button>
          <Button
            size="small"
            danger
            onClick={() =>
              modal.confirm({
                title: t('editing.reloadTitle'),
                content: t('editing.reloadHint'),
                okText: t('editing.reload'),
                onOk: reload,
              })
            }
          >
            {t('editing.reload')}
          </Button>
        </Space>
      }
    />
  )
}
