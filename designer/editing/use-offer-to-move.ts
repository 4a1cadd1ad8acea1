import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, type DrawingOwner } from '../resources/resources.ts'

/** Asks, once a version is published, whether the deals that run on others are to be looked at; nothing where none does. */
export function useOfferToMove({ kind, id }: DrawingOwner): (version: number) => Promise<void> {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const navigate = useNavigate()
  return async (version) => {
    // No deal runs on a base.
    if (kind === 'base-model') return
    const { items } = await api.runningDeals(id)
    const others = items.filter((one) => one.version !== version).reduce((sum, { deals }) => sum + deals, 0)
    if (others === 0) return
    modal.confirm({
      title: t('editing.moveTitle', { count: others }),
      content: t('editing.moveHint'),
      okText: t('editing.moveLook'),
      cancelText: t('editing.moveLater'),
      onOk: () =>
        void navigate({
          to: '/segments/$segmentId/move/$version',
          params: { segmentId: id, version: String(version) },
        }),
    })
  }
}
