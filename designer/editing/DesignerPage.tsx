import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '#engine'
import { api, type DrawingOwner } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { Page } from '../ui/Page.tsx'
import { Designer } from './Designer.tsx'
import { useOtherEditors } from './use-other-editors.ts'
import './palette.css'
import './inspector.css'
import './editing.css'

/** The stage designer of one segment. */
export function DesignerPage() {
  const { segmentId } = useParams({ from: '/frame/segments/$segmentId' })
  const { data } = useQuery({ queryKey: ['segments'], queryFn: api.segments })
  return <DrawingPage owner={{ kind: 'segment', id: segmentId }} name={nameIn(data, segmentId)} />
}

/** The stage designer of one base. */
export function BaseDesignerPage() {
  const { baseId } = useParams({ from: '/frame/base-models/$baseId' })
  const { data } = useQuery({ queryKey: ['base-models'], queryFn: api.baseModels })
  return <DrawingPage owner={{ kind: 'base-model', id: baseId }} name={nameIn(data, baseId)} />
}

const nameIn = (list: { items: { id: string; name: string }[] } | undefined, id: string) =>
  list?.items.find((one) => one.id === id)?.name

/** A drawing is read once; from then on the screen is ahead of the server. */
function DrawingPage({ owner, name }: { owner: DrawingOwner; name: string | undefined }) {
  const { t } = useTranslation()
  const [load, setLoad] = useState(0)
  const queries = useQueryClient()
  const { data: me } = useMe()
  const mayDraw = me?.role === 'ops' || me?.role === 'admin'
  const [at, setAt] = useState<Place>()
  const meeting = useOtherEditors(owner, mayDraw || me?.role === 'manager', at)
  const draft = useQuery({
    queryKey: ['draft', owner],
    queryFn: () => api.draft(owner),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  if (draft.error)
    return (
      <Page title={name ?? t(`editing.of.${owner.kind}`)}>
        <Failure error={draft.error} retry={draft.refetch} />
      </Page>
    )
  if (!draft.data || !me || draft.isFetching) return <Spin className="designer-loading" size="large" />

  async function reload() {
    await queries.resetQueries({ queryKey: ['draft', owner] })
    setLoad((count) => count + 1)
  }

  return (
    <Designer
      key={`${owner.id}:${load}`}
      owner={owner}
      name={name ?? draft.data.model.name}
      draft={draft.data}
      person={me.id}
      mayDraw={mayDraw}
      meeting={meeting}
      tell={setAt}
      reload={() => void reload()}
    />
  )
}
