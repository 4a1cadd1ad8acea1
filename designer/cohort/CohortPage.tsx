import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CohortDeal, Selection } from '../../api/cohorts/contract.ts'
import { api } from '../resources/resources.ts'
import { type Chosen, countOf, noneChosen } from '../ui/chosen.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'
import { Pages } from '../ui/Pages.tsx'
import { usePlaceInList } from '../ui/use-place-in-list.ts'
import { ActTogether } from './ActTogether.tsx'
import '../batches/batches.css'
import './cohort.css'
import { CohortFilters } from './CohortFilters.tsx'
import { CohortTable } from './CohortTable.tsx'
import { CohortViews } from './CohortViews.tsx'
import { type CohortPlace, cohortPlace, filterOf } from './cohort-place.ts'
import { StageTiles } from './StageTiles.tsx'
import { WorkObjections } from './WorkObjections.tsx'

const pageSize = 50

/** Where the deals of a segment stand, how long, and what holds them; many are acted on at once. */
export function CohortPage() {
  const { t } = useTranslation()
  const { place, go } = usePlaceInList(cohortPlace)
  const segments = useQuery({ queryKey: ['segments'], queryFn: api.segments, staleTime: 60_000 })
  const busiest = segments.data?.items.toSorted((a, b) => b.deals - a.deals)[0]?.id
  const segment = place.segment ?? busiest
  if (segments.error) return <Failure error={segments.error} retry={segments.refetch} />
  if (!segments.data) return <Skeleton active paragraph={{ rows: 10 }} />
  if (segment === undefined)
    return (
      <Page title={t('cohort.title')}>
        <CohortViews />
        <Nothing title={t('cohort.noSegment')} />
      </Page>
    )
  return <CohortOf key={segment} segment={segment} place={{ ...place, segment }} go={go} />
}

type Props = { segment: string; place: CohortPlace; go: (place: Partial<CohortPlace>) => void }

function CohortOf({ segment, place, go }: Props) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Chosen<CohortDeal>>(noneChosen)
  const [act, setAct] = useState<'task' | 'support' | 'objections'>()
  const filter = filterOf(place, Date.now())
  const cohort = useQuery({
    queryKey: ['cohort', segment],
    queryFn: () => api.cohort(segment),
    refetchInterval: 60_000,
  })
  const deals = useQuery({
    queryKey: ['cohort', segment, 'deals', filter, place.page],
    queryFn: () => api.cohortDeals(segment, { ...filter, page: place.page, pageSize }),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
  const error = cohort.error ?? deals.error
  const total = deals.data?.total ?? 0
  const filterBy = (part: Partial<CohortPlace>) => {
    setChosen(noneChosen)
    go({ ...place, page: 1, ...part })
  }
  const of: Selection =
    chosen === 'all'
      ? { all: filter }
      : { deals: chosen.map(({ deal, stage }) => ({ deal: deal.id, stage: stage.id })) }
  const count = countOf(chosen, total)
  const isFiltered = Object.keys(filter).length > 0
  return (
    <Page title={t('cohort.title')} hint={cohort.data && t('cohort.count', { count: cohort.data.deals })}>
      <CohortViews />
      <CohortFilters place={place} go={filterBy} />
      {error && <Failure error={error} retry={() => Promise.all([cohort.refetch(), deals.refetch()])} />}
      {(!cohort.data || !deals.data) && !error && <Skeleton active paragraph={{ rows: 10 }} />}
      {cohort.data && (
        <StageTiles stages={cohort.data.stages} stage={place.stage} choose={(stage) => filterBy({ stage })} />
      )}
      {count > 0 && (
        <section className="panel chosen" aria-label={t('cohort.chosenDeals')}>
          <strong>{t('cohort.chosen', { count })}</strong>
          {chosen !== 'all' && total > chosen.length && (
            <Button size="middle" type="link" onClick={() => setChosen('all')}>
              {t('cohort.chooseMatching', { count: total })}
            </Button>
          )}
          <Button size="middle" type="primary" onClick={() => setAct('task')}>
            {t('cohort.giveTask')}
          </Button>
          <Button size="middle" onClick={() => setAct('support')}>
            {t('cohort.askDepartment')}
          </Button>
          {chosen !== 'all' && chosen.some(({ objections }) => objections.length > 0) && (
            <Button size="middle" onClick={() => setAct('objections')}>
              {t('cohort.workObjections')}
            </Button>
          )}
          <Button size="middle" type="text" onClick={() => setChosen(noneChosen)}>
            {t('cohort.unchoose')}
          </Button>
        </section>
      )}
      {cohort.data && deals.data && (
        <div className="panel">
          {total === 0 ? (
            <Nothing title={t(isFiltered ? 'cohort.noneFound' : 'cohort.none')}>
              {isFiltered ? (
                <Button type="link" onClick={() => go({ segment })}>
                  {t('cohort.clear')}
                </Button>
              ) : (
                t('cohort.noneHint')
              )}
            </Nothing>
          ) : (
            <CohortTable deals={deals.data.items} stages={cohort.data.stages} chosen={chosen} choose={setChosen} />
          )}
        </div>
      )}
      <Pages page={place.page} size={pageSize} total={total} show={(page) => go({ ...place, page })} />
      {act === 'objections' && (
        <WorkObjections
          segment={segment}
          deals={chosen === 'all' ? [] : [...chosen]}
          close={() => setAct(undefined)}
          planned={() => setChosen(noneChosen)}
        />
      )}
      {act && act !== 'objections' && deals.data && (
        <ActTogether
          act={act}
          segment={segment}
          of={of}
          count={count}
          among={chosen === 'all' ? deals.data.items : [...chosen]}
          close={() => setAct(undefined)}
          begun={() => setChosen(noneChosen)}
        />
      )}
    </Page>
  )
}
