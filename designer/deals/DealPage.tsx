import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { factName, type Place } from '#engine'
import type { DealPage as DealContent } from '../../api/deals/contract.ts'
import type { User } from '../../api/people/contract.ts'
import { PurchaseMap } from '../map/PurchaseMap.tsx'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { Failure } from '../ui/Failure.tsx'
import { Page } from '../ui/Page.tsx'
import { Panel } from '../ui/Panel.tsx'
import './deals.css'
import './deal.css'
import './support.css'
import { ChainPanel } from './ChainPanel.tsx'
import { DealHead } from './DealHead.tsx'
import { DealLocks } from './DealLocks.tsx'
import { type DealView, DealViewProvider, useDealView } from './deal-view.ts'
import { FreeFormDeal } from './FreeFormDeal.tsx'
import { History } from './History.tsx'
import { KnownFacts } from './KnownFacts.tsx'
import { MovedBanner } from './MovedBanner.tsx'
import { ObjectionsPanel } from './ObjectionsPanel.tsx'
import { OwnChanges } from './OwnChanges.tsx'
import { RecordInteraction } from './RecordInteraction.tsx'
import { SignOffPanel } from './SignOffPanel.tsx'
import { StylePanel } from './StylePanel.tsx'
import { SupportPanel } from './SupportPanel.tsx'
import { TasksPanel } from './TasksPanel.tsx'
import { useMoved } from './use-moved.ts'
import { useRecording } from './use-recording.ts'
import { useViewOf } from './use-view-of.ts'
import { VersionBanner } from './VersionBanner.tsx'
import { stageAnchor, WhyNotYetPanel } from './WhyNotYetPanel.tsx'

const pollMs = 5_000

/** One deal: how the customer buys, where the purchase stands, and what moves it on. */
export function DealPage() {
  const { t } = useTranslation()
  const { dealId } = useParams({ from: '/frame/deals/$dealId' })
  const { data: me } = useMe()
  const { data, error, refetch } = useQuery({
    queryKey: ['deal', dealId],
    queryFn: () => api.deal(dealId),
    refetchInterval: pollMs,
  })
  if (data && me) return <Deal key={dealId} page={data} me={me} lost={error} retry={refetch} />
  return (
    <Page title={t('words.deal')}>
      {error ? <Failure error={error} retry={refetch} /> : <Skeleton active paragraph={{ rows: 10 }} />}
    </Page>
  )
}

/** A stage on the map leads to why it is not complete; a chip, to recording what it stands for. */
function goTo({ mayChange, record }: DealView, { kind, id }: Place) {
  if (kind === 'stage')
    document.getElementById(stageAnchor(id))?.scrollIntoView({ behavior: 'smooth', block: 'center' })
  if (mayChange && kind === 'element') record([factName.element(id)])
  if (mayChange && kind === 'commitment') record([factName.commitment(id)])
}

type Props = { page: DealContent; me: User; lost: unknown; retry: () => unknown }

function Deal({ page: content, me, lost, retry }: Props) {
  const recording = useRecording()
  const view = useViewOf(content, me, recording.start)
  const { page } = view
  const { moved, dismiss } = useMoved(page.state)
  return (
    <DealViewProvider value={view}>
      <main className="page deal-page">
        <DealHead />
        {lost !== null && lost !== undefined && <Failure error={lost} retry={retry} />}
        {!page.deal.freeForm && <VersionBanner />}
        <DealLocks />
        {moved && <MovedBanner moved={moved} close={dismiss} />}
        {page.deal.freeForm ? <FreeFormDeal /> : <ModelledDeal select={(place) => goTo(view, place)} />}
        {view.mayChange && <RecordInteraction recording={recording} />}
      </main>
    </DealViewProvider>
  )
}

/** A deal on its model: the map, what moves it on, and what happened. */
function ModelledDeal({ select }: { select: (place: Place) => void }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  return (
    <>
      <section className="panel deal-map" aria-label={t('deals.map')}>
        <PurchaseMap
          model={page.model}
          live={page.state}
          risks={page.chainRisks}
          onSelect={(place) => place && select(place)}
        />
      </section>
      <div className="deal-columns">
        <div className="deal-now">{page.state.status === 'open' && <WhyNotYetPanel />}</div>
        <div className="deal-side">
          <TasksPanel />
          <ObjectionsPanel />
          <SupportPanel />
          <SignOffPanel />
          <ChainPanel />
          <StylePanel />
          <OwnChanges />
        </div>
        <div className="deal-past">
          <KnownFacts />
          <Panel title={t('deals.history.title')}>
            <History />
          </Panel>
        </div>
      </div>
    </>
  )
}
