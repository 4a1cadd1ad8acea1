import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ProcessModel } from '#engine'
import { overwrittenSchema } from '../../api/models/contract.ts'
import { api, type DrawingOwner } from '../resources/resources.ts'
import type { DrawingStore } from './drawing-store.ts'
import { joinDrawings } from './join-drawings.ts'
import type { Saver } from './saver.ts'

type Joining = {
  owner: DrawingOwner
  /** Id of whoever looks at it. */
  person: string
  saver: Saver
  store: DrawingStore
}

/**
 * Joins what is not saved here with what somebody else saved meanwhile, and tells whose it is; one undo gives back theirs
 * alone.
 *
 * @returns where changes meet, and people have to say what is to be: theirs, undefined while that is not known
 */
export function useJoin({ owner, person, saver, store }: Joining): { theirs: ProcessModel | undefined } | undefined {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { state, base, revision } = useStore(saver.store)
  const isMet = state.kind === 'conflict'
  const mine = useStore(store, ({ history }) => history.present)
  // A name that is being written on the map would be written on another drawing: it is finished first.
  const isNaming = useStore(store, ({ naming }) => naming !== undefined)
  const { data: theirs, error } = useQuery({
    queryKey: ['their-draft', owner, revision],
    queryFn: () => api.draft(owner),
    enabled: isMet,
    gcTime: 0,
  })
  const joined = useMemo(
    () => (isMet && theirs ? joinDrawings(base, mine, theirs.model) : undefined),
    [isMet, base, mine, theirs],
  )
  useEffect(() => {
    const { state } = saver.store.getState()
    if (!joined || !theirs || isNaming || state.kind !== 'conflict') return
    saver.adopt(theirs)
    store.getState().follow(theirs.model)
    store.getState().run(() => joined)
    const saved = overwrittenSchema.safeParse(state.error.details).data
    const whose = !saved ? 'unknown' : saved.byId === person ? 'me' : 'other'
    void message.info(t(`editing.joined.${whose}`, { who: saved?.by ?? '' }))
  }, [joined, theirs, isNaming, saver, store, person, message, t])
  if (!isMet || joined || !(theirs || error)) return undefined
  return { theirs: theirs?.model }
}
