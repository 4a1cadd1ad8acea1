import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RestsOn } from '../../../api/base-models/contract.ts'
import { api } from '../../resources/resources.ts'
import { Failure } from '../../ui/Failure.tsx'
import { useReadOnly } from '../drawing-store.ts'
import type { Saver } from '../saver.ts'
import { ChooseBase } from './ChooseBase.tsx'
import { Overlay } from './Overlay.tsx'
import { TakeOver } from './TakeOver.tsx'
import { restsOnKey } from './use-rests-on.ts'

type Props = {
  segment: string
  saver: Saver
  restsOn: RestsOn | null | undefined
  open: boolean
  close: () => void
}

/** What a segment's drawing rests on, what it does otherwise, and the way to a new version of its base. */
export function OverlayDrawer({ segment, saver, restsOn, open, close }: Props) {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const [takesOver, takeOver] = useState(false)
  const rest = useMutation({
    mutationFn: (base: string | null) => api.restOn(segment, base),
    onSuccess: async ({ restsOn }) => {
      queries.setQueryData(restsOnKey(segment), restsOn)
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['segments'] }),
        queries.invalidateQueries({ queryKey: ['base-models'] }),
      ])
    },
  })
  const detach = () =>
    modal.confirm({
      title: t('overlay.detachTitle'),
      content: t('overlay.detachHint'),
      okText: t('overlay.detach'),
      onOk: () => rest.mutateAsync(null),
    })
  return (
    <>
      <Drawer open={open} onClose={close} title={t('overlay.title')} size={460} mask={false}>
        {rest.error && <Failure error={rest.error} />}
        {restsOn === null && <ChooseBase readOnly={readOnly} isBusy={rest.isPending} choose={rest.mutate} />}
        {restsOn && (
          <>
            <header className="overlay-head">
              <div>
                <Link to="/base-models/$baseId" params={{ baseId: restsOn.base.id }}>
                  {restsOn.base.name}
                </Link>
                <small>{t('versions.number', { number: restsOn.version })}</small>
              </div>
              {!readOnly && (
                <Button size="small" type="text" onClick={detach}>
                  {t('overlay.detach')}
                </Button>
              )}
            </header>
            {restsOn.newest > restsOn.version && (
              <p className="overlay-behind">
                {t('overlay.isBehind', { version: restsOn.newest })}
                {!readOnly && (
                  <Button size="small" type="primary" onClick={() => takeOver(true)}>
                    {t('overlay.see')}
                  </Button>
                )}
              </p>
            )}
            <Overlay base={restsOn.model} close={close} />
          </>
        )}
      </Drawer>
      {restsOn && takesOver && (
        <TakeOver segment={segment} restsOn={restsOn} saver={saver} close={() => takeOver(false)} />
      )}
    </>
  )
}
