import { useQuery } from '@tanstack/react-query'
import { Spin } from 'antd'
import { useMemo } from 'react'
import type { ProcessModel } from '#engine'
import type { Version } from '../../api/models/contract.ts'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Board } from './Board.tsx'
import { createDrawing, DrawingProvider } from './drawing-store.ts'

/** A published version on the same canvas, to read. */
export function PublishedBoard({ segment, version }: { segment: string; version: Version }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['version', segment, version.number],
    queryFn: () => api.version(segment, version.number),
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
