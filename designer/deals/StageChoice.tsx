import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../resources/resources.ts'
import { Choice } from '../ui/Choice.tsx'

type Props = { segment: string | undefined; value: string | undefined; choose: (stage: string) => void }

/** A stage to filter a list of deals by: those of the segment's newest model, once a segment is chosen. */
export function StageChoice({ segment: id, value, choose }: Props) {
  const { t } = useTranslation()
  const segments = useQuery({ queryKey: ['segments'], queryFn: api.segments, staleTime: 60_000 })
  const segment = segments.data?.items.find((one) => one.id === id)
  const version = segment?.publishedVersion
  const model = useQuery({
    queryKey: ['version', segment?.id, version],
    queryFn: () => api.version({ kind: 'segment', id: segment?.id ?? '' }, version ?? 0),
    enabled: segment !== undefined && typeof version === 'number',
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!model.data) return null
  return <Choice label={t('words.stage')} value={value} items={model.data.model.stages} choose={choose} />
}
