import { useBlocker } from '@tanstack/react-router'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Saver } from './saver.ts'

/** On leaving, what is not saved yet is saved; where that fails, it asks before anything is lost. */
export function useLeaveGuard(saver: Saver, isUnsaved: boolean): void {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  useBlocker({
    disabled: !isUnsaved,
    enableBeforeUnload: () => isUnsaved,
    shouldBlockFn: async () => {
      if (await saver.flush()) return false
      return new Promise<boolean>((resolve) => {
        modal.confirm({
          title: t('editing.leaveTitle'),
          content: t('editing.leaveHint'),
          okText: t('editing.leave'),
          cancelText: t('editing.stay'),
          onOk: () => resolve(false),
          onCancel: () => resolve(true),
        })
      })
    },
  })
}
