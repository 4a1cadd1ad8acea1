import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectionRow } from '../../api/objections/contract.ts'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Page } from '../ui/Page.tsx'
import { Pages } from '../ui/Pages.tsx'
import { usePlaceInList } from '../ui/use-place-in-list.ts'
import { SaveAsTable } from '../views/SaveAsTable.tsx'
import { SavedViews } from '../views/SavedViews.tsx'
import { ObjectionFilters } from './ObjectionFilters.tsx'
import { ObjectionTable } from './ObjectionTable.tsx'
import { objectionsPlace } from './objections-place.ts'
import '../batches/batches.css'
import './objections-page.css'
import { PlanTogether } from './PlanTogether.tsx'
import { TypeCounts } from './TypeCounts.tsx'

const pageSize = 50

/** What holds the customers of all deals back, by type; many are planned at once. */
export function ObjectionsPage() {
  const { t } = useTranslation()
  const { place, go } = usePlaceInList(objectionsPlace)
  const { page, show, order, direction, ...filters } = place
  const [chosen, setChosen] = useState<ObjectionRow[]>([])
  const [planning, setPlanning] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['objections', place],
    queryFn: () => api.objections({ ...place, pageSize }),
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  })
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  return (
    <Page
      title={t('objections.title')}
      hint={data && t('objections.count', { count: data.total })}
      actions={
        <>
          <SavedViews list="objections" schema={objectionsPlace} place={place} go={go} />
          <SaveAsTable list="objections" query={{ show, order, direction, ...filters }} />
        </>
      }
    >
      <ObjectionFilters place={place} go={go} />
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 10 }} />}
      {data && data.types.length > 0 && (
        <TypeCounts
          counts={data.types}
          segment={place.segment}
          type={place.type}
          choose={(one) => go({ ...place, page: 1, ...(one.segment !== place.segment && { stage: '' }), ...one })}
        />
      )}
      {chosen.length > 0 && (
        <section className="panel chosen" aria-label={t('objections.planTogether')}>
          <strong>{t('objections.chosen', { count: chosen.length })}</strong>
          <Button size="middle" type="primary" onClick={() => setPlanning(true)}>
            {t('objections.planTogether')}
          </Button>
          <Button size="middle" type="text" onClick={() => setChosen([])}>
            {t('objections.unchoose')}
          </Button>
        </section>
      )}
      {data && (
        <div className="panel">
          {data.total === 0 ? (
            <Nothing title={t(isFiltered ? 'objections.noneFound' : `objections.none.${show}`)}>
              {isFiltered ? (
                <Button type="link" onClick={() => go({ show, order, direction })}>
                  {t('objections.clear')}
                </Button>
              ) : (
                t('objections.noneHint')
              )}
            </Nothing>
          ) : (
            <ObjectionTable objections={data.items} chosen={chosen} choose={setChosen} place={place} go={go} />
          )}
        </div>
      )}
      <Pages page={page} size={pageSize} total={data?.total ?? 0} show={(page) => go({ ...place, page })} />
      {planning && <PlanTogether objections={chosen} close={() => setPlanning(false)} planned={() => setChosen([])} />}
    </Page>
  )
}
