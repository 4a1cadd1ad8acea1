import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Meeting } from '../../api/models/contract.ts'
import { api, type DrawingOwner } from '../resources/resources.ts'
import type { DrawingStore } from './drawing-store.ts'
import type { Saver } from './saver.ts'

type Followed = {
  owner: DrawingOwner
  /** Id of whoever looks at it. */
  person: string
  saver: Saver
  store: DrawingStore
  /** The last save, as far as it has been heard of. */
  saved: Meeting['saved'] | undefined
}

/** Takes over what was saved elsewhere while nothing here is unsaved, and tells whose it is. Else the next save meets it. */
export function useFollow({ owner, person, saver, store, saved }: Followed): void {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { state, revision } = useStore(saver.store)
  // A name that is being written on the map would be written on another drawing: it is finished first.
  const isNaming = useStore(store, ({ naming }) => naming !== undefined)
  const isBehind = saved !== undefined && saved.revision > revision && state.kind === 'saved' && !isNaming
  const { data: theirs } = useQuery({
    queryKey: ['saved-draft', owner, saved?.revision],
    queryFn: () => api.draft(owner),
    enabled: isBehind,
    gcTime: 0,
  })
  useEffect(() => {
    // Asked of the store itself: somebody may have drawn since this was shown.
    if (!isBehind || !theirs || saver.store.getState().state.kind !== 'saved') return
    saver.adopt(theirs)
    store.getState().follow(theirs.model)
    const who = saved.by?.name ?? ''
    const whose = !saved.by ? 'unknown' : saved.by.id === person ? 'me' : 'other'
    void message.info(t(`editing.followed.${whose}`, { who }))
  }, [isBehind, theirs, saver, store, saved, person, message, t])
}
