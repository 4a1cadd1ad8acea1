import { useQuery } from '@tanstack/react-query'
import { App, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DealPage } from '../../api/deals/contract.ts'
import type { User } from '../../api/people/contract.ts'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { DealViewProvider } from './deal-view.ts'
import { MovedBanner } from './MovedBanner.tsx'
import { RecordInteraction } from './RecordInteraction.tsx'
import { useMoved } from './use-moved.ts'
import type { Recording } from './use-recording.ts'
import { useViewOf } from './use-view-of.ts'

type Props = { deal: string; recording: Recording }

/** Records an interaction on a deal from a page that is not the deal’s own, and says what that moved. */
export function RecordOnDeal({ deal, recording }: Props) {
  const { data: me } = useMe()
  const { data, error, refetch } = useQuery({ queryKey: ['deal', deal], queryFn: () => api.deal(deal) })
  if (data && me) return <OnDeal content={data} me={me} recording={recording} />
  if (error) return <Failure error={error} retry={refetch} />
  return <Spin fullscreen delay={300} />
}

function OnDeal({ content, me, recording }: { content: DealPage; me: User; recording: Recording }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const view = useViewOf(content, me, () => undefined)
  const { moved, dismiss } = useMoved(content.state)
  const recorded = () => void message.success(t('today.recorded', { deal: content.deal.name }))
  return (
    <DealViewProvider value={view}>
      {moved && <MovedBanner moved={moved} close={dismiss} deal={content.deal} />}
      <RecordInteraction recording={{ ...recording, recorded }} />
    </DealViewProvider>
  )
}
