import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { isLayout } from '#engine'
import type { BaseModel, TakingOver } from '../../api/base-models/contract.ts'
import { api } from '../resources/resources.ts'
import { useSentence } from '../ui/Failure.tsx'

type Props = { segment: BaseModel['segments'][number]; newest: number | null; mayDraw: boolean }

/** A segment that rests on a base: its version, and where that is not the newest, what taking it over comes to. */
export function SegmentOnBase({ segment, newest, mayDraw }: Props) {
  const { t } = useTranslation()
  const isBehind = segment.version !== newest
  return (
    <li>
      <Link to="/segments/$segmentId" params={{ segmentId: segment.id }}>
        {segment.name}
      </Link>
      <span className={isBehind ? 'base-model-behind' : 'quiet'}>
        {t(isBehind ? 'baseModels.behind' : 'baseModels.current', { version: segment.version })}
      </span>
      {isBehind && mayDraw && <WouldComeOver segment={segment} />}
    </li>
  )
}

function WouldComeOver({ segment: { id, name } }: Pick<Props, 'segment'>) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const sentence = useSentence()
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: ['would-come-over', id], queryFn: () => api.takeOver(id) })
  const carryOut = useMutation({
    mutationFn: ({ version, revision }: TakingOver) => api.carryOut(id, { version, revision, sides: [] }),
    onSuccess: (_, { version }) => message.success(t('baseModels.takenOver', { name, version })),
    onError: (error) => message.error(sentence(error)),
    onSettled: () =>
      Promise.all(
        [['base-models'], ['segments'], ['rests-on', id], ['would-come-over', id]].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  })
  if (!data) return null
  const count = data.account.taken.filter((change) => !isLayout(change)).length
  const conflicts = data.conflicts.length
  return (
    <small className="base-model-over">
      {t('baseModels.comesOver', { count })}
      {conflicts > 0 ? (
        <> · {t('baseModels.conflicts', { count: conflicts })}</>
      ) : (
        <Button
          size="small"
          loading={carryOut.isPending}
          aria-label={t('baseModels.takeOverNamed', { name })}
          onClick={() => carryOut.mutate(data)}
        >
          {t('overlay.takeOver')}
        </Button>
      )}
    </small>
  )
}
