import { useQuery } from '@tanstack/react-query'
import { Spin } from 'antd'
import { useMemo } from 'react'
import type { ProcessModel } from '#engine'
import type { Version } from '../../api/models/contract.ts'
import { api, type DrawingOwner } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Board } from './Board.tsx'
import { createDrawing, DrawingProvider } from './drawing-store.ts'

/** A published version on the same canvas, to read. */
export function PublishedBoard({ owner, version }: { owner: DrawingOwner; version: Version }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['version', owner, version.number],
    queryFn: () => api.version(owner, version.number),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error) return <Failure error={error} retry={refetch} />
  if (!data) return <Spin className="designer-loading" size="large" />
  return <Published key={version.number} model={data.model} />
}

function Published({ model }: { model: ProcessModel }) {
  const context = useMemo(() => ({ store: createDrawing(model), readOnly: true }), [model])
  return (
    <DrawingProvider value={context}>
      <Board findings={[]} />
    </DrawingProvider>
  )
}
