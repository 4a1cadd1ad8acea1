import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JointLeadChange, Lead, LeadBatch, SegmentFunnel } from '../../api/leads/contract.ts'
import { api } from '../resources/resources.ts'
import { useMe } from '../session/use-me.ts'
import { type Chosen, countOf, noneChosen } from '../ui/chosen.ts'
import { Failure } from '../ui/Failure.tsx'
import { Page } from '../ui/Page.tsx'
import { Pages } from '../ui/Pages.tsx'
import { usePlaceInList } from '../ui/use-place-in-list.ts'
import { SaveAsTable } from '../views/SaveAsTable.tsx'
import { Changed } from './Changed.tsx'
import { ChangeLeads } from './ChangeLeads.tsx'
import { ChosenLeads } from './ChosenLeads.tsx'
import { FunnelChart } from './FunnelChart.tsx'
import { FunnelDrawer } from './FunnelDrawer.tsx'
import { ImportLeads } from './ImportLeads.tsx'
import { LeadDrawer } from './LeadDrawer.tsx'
import { LeadFilters } from './LeadFilters.tsx'
import { LeadTable } from './LeadTable.tsx'
import './leads.css'
import { filterOf, type LeadsPlace, leadsPlace } from './leads-place.ts'
import { NoLeads } from './NoLeads.tsx'
import { type Promoted, PromoteLeads } from './PromoteLeads.tsx'
import { SavedFilters } from './SavedFilters.tsx'
import { useLeadTelling } from './use-lead-telling.ts'

const pageSize = 50

/** A mass segment’s customers: how they stand in its funnel, and all that is done with many of them. */
export function LeadsPage() {
  const { t } = useTranslation()
  const { segmentId } = useParams({ from: '/frame/segments/$segmentId/leads' })
  const { data, error, refetch } = useQuery({
    queryKey: ['funnel', segmentId],
    queryFn: () => api.funnel(segmentId),
    placeholderData: (before) => (before?.segment.id === segmentId ? before : undefined),
  })
  if (data) return <LeadsOf key={segmentId} told={data} />
  return (
    <Page title={t('leads.title')}>
      {error ? <Failure error={error} retry={refetch} /> : <Skeleton active paragraph={{ rows: 10 }} />}
    </Page>
  )
}

function LeadsOf({ told }: { told: SegmentFunnel }) {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const { place, go } = usePlaceInList(leadsPlace)
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<Chosen<Lead>>(noneChosen)
  const [act, setAct] = useState<'change' | 'import' | 'set-up'>()
  const [opened, setOpened] = useState<Lead | 'new'>()
  const [promoting, setPromoting] = useState<Promoted>()
  const [batch, setBatch] = useState<LeadBatch>()
  const telling = useLeadTelling(told)
  const { segment, funnel } = told
  const { page, search, order, direction } = place
  const found = { ...(search && { search }) }
  const counts = useQuery({
    queryKey: ['leads', segment.id, 'counts', found, place.filter],
    queryFn: () => api.funnelCounts(segment.id, { ...found, ...asText(place.filter) }),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
  const filter = filterOf(place)
  const leads = useQuery({
    queryKey: ['leads', segment.id, 'list', found, filter, order, direction, page],
    queryFn: () => api.leads(segment.id, { ...found, ...asText(filter), order, direction, page, pageSize }),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
  const isRep = me?.role === 'rep'
  const maySetUp = me?.role === 'ops' || me?.role === 'admin'
  const mayPromote = me?.role !== 'ops'
  const error = counts.error ?? leads.error
  const total = leads.data?.total ?? 0
  const isFiltered = filter !== undefined || search !== undefined
  /** Another list is another choice; another order is not. */
  const filterBy = (part: Partial<LeadsPlace>) => {
    setChosen(noneChosen)
    go({ ...place, page: 1, ...part })
  }
  const of: JointLeadChange['of'] =
    chosen === 'all' ? { all: { ...found, ...(filter && { filter }) } } : { leads: chosen.map(({ id }) => id) }
  const count = countOf(chosen, total)
  function hasChanged(changed: LeadBatch) {
    setBatch(changed)
    setAct(undefined)
    setChosen(noneChosen)
    for (const kind of ['leads', 'funnel']) void queries.invalidateQueries({ queryKey: [kind, segment.id] })
  }
  return (
    <Page
      wide
      title={segment.name}
      hint={counts.data && t('leads.count', { count: counts.data.total })}
      actions={
        <>
          <SaveAsTable list={`leads/${segment.id}`} query={{ ...found, ...asText(filter), order, direction }} />
          {maySetUp && (
            <Button size="middle" onClick={() => setAct('set-up')}>
              {t('leads.setUp')}
            </Button>
          )}
          {!isRep && (
            <Button size="middle" onClick={() => setAct('import')}>
              {t('leads.import')}
            </Button>
          )}
          <Button size="middle" type="primary" onClick={() => setOpened('new')}>
            {t('leads.new')}
          </Button>
        </>
      }
    >
      <div className="leads-page">
        <aside>
          {counts.data && <FunnelChart counts={counts.data} at={place} choose={filterBy} />}
          <SavedFilters
            told={told}
            filter={filter}
            telling={telling}
            mayRemove={({ by }) => !isRep || by.id === me.id}
            show={(filter) => filterBy({ filter, stage: undefined, deals: undefined })}
          />
        </aside>
        <div>
          <LeadFilters segment={segment.id} place={place} telling={telling} go={filterBy} />
          {error && <Failure error={error} retry={() => Promise.all([counts.refetch(), leads.refetch()])} />}
          {!leads.data && !error && <Skeleton active paragraph={{ rows: 10 }} />}
          {batch && <Changed batch={batch} undone={hasChanged} close={() => setBatch(undefined)} />}
          <ChosenLeads
            chosen={chosen}
            total={total}
            choose={setChosen}
            change={() => setAct('change')}
            promote={mayPromote ? () => setPromoting(toPromote(chosen, of, total)) : undefined}
          />
          {leads.data && (
            <div className="panel">
              {total === 0 ? (
                <NoLeads
                  isFiltered={isFiltered}
                  clear={() => filterBy({ filter: undefined, search: undefined, stage: undefined, deals: undefined })}
                  setUp={maySetUp && told.revision === 0 ? () => setAct('set-up') : undefined}
                  bring={isRep ? undefined : () => setAct('import')}
                />
              ) : (
                <LeadTable
                  leads={leads.data.items}
                  fields={funnel.fields}
                  place={place}
                  go={(part) => go({ ...place, page: 1, ...part })}
                  chosen={chosen}
                  choose={setChosen}
                  open={setOpened}
                  showOwner={!isRep}
                />
              )}
            </div>
          )}
          <Pages page={page} size={pageSize} total={total} show={(page) => go({ ...place, page })} />
        </div>
      </div>
      {act === 'change' && (
        <ChangeLeads
          told={told}
          of={of}
          count={count}
          mayGive={!isRep}
          close={() => setAct(undefined)}
          changed={hasChanged}
        />
      )}
      {act === 'set-up' && <FunnelDrawer told={told} close={() => setAct(undefined)} />}
      {opened && (
        <LeadDrawer
          told={told}
          lead={opened === 'new' ? undefined : opened}
          mayGive={!isRep}
          promote={
            mayPromote
              ? (lead) => {
                  setOpened(undefined)
                  setPromoting({ only: lead })
                }
              : undefined
          }
          close={() => setOpened(undefined)}
        />
      )}
      {promoting && (
        <PromoteLeads
          segment={segment.id}
          promoted={promoting}
          close={() => setPromoting(undefined)}
          begun={() => setChosen(noneChosen)}
        />
      )}
      {act === 'import' && <ImportLeads told={told} close={() => setAct(undefined)} />}
    </Page>
  )
}

/** Of what was chosen the leads that are no deals yet; of all that a filter finds the product leaves the others out itself. */
function toPromote(chosen: Chosen<Lead>, of: JointLeadChange['of'], total: number): Promoted {
  if (chosen === 'all') return { of, count: total }
  const leads = chosen.filter(({ deal }) => deal === null)
  const [only, ...others] = leads
  if (only && others.length === 0) return { only }
  return { of: { leads: leads.map(({ id }) => id) }, count: leads.length }
}

const asText = (filter: unknown) => (filter === undefined ? {} : { filter: JSON.stringify(filter) })
