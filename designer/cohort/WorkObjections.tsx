import { useQuery } from '@tanstack/react-query'
import { Drawer, Radio, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CohortDeal } from '../../api/cohorts/contract.ts'
import type { ObjectionRow } from '../../api/objections/contract.ts'
import { PlanTogether } from '../objections/PlanTogether.tsx'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'

const pageSize = 200

type Props = { segment: string; deals: CohortDeal[]; close: () => void; planned: () => void }

/** One plan against what holds the chosen deals: the objections of one type, of all of them at once. */
export function WorkObjections({ segment, deals, close, planned }: Props) {
  const { t } = useTranslation()
  // What was chosen when it opened; the lists behind it go on changing.
  const [wanted] = useState(() => new Set(deals.flatMap(({ objections }) => objections.map(({ id }) => id))))
  const [type, setType] = useState<string>()
  const { data, error, refetch } = useQuery({
    queryKey: ['objections-of-chosen', segment, [...wanted]],
    queryFn: () => openObjections(segment, wanted),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const types = [...new Map((data ?? []).map((one) => [one.type.id, one.type.name]))]
  const chosen = type ?? (types.length === 1 ? types[0]?.[0] : undefined)
  if (data && chosen !== undefined)
    return <PlanTogether objections={data.filter((one) => one.type.id === chosen)} close={close} planned={planned} />
  return (
    <Drawer open onClose={close} size="min(520px, 100vw)" title={t('cohort.workObjections')}>
      {error && <Failure error={error} retry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data && types.length === 0 && <p className="quiet">{t('cohort.noObjectionLeft')}</p>}
      {data && types.length > 1 && (
        <>
          <p className="quiet">{t('cohort.whichType')}</p>
          <Radio.Group
            vertical
            aria-label={t('cohort.whichType')}
            onChange={({ target }) => setType(target.value as string)}
            options={types.map(([value, name]) => ({
              value,
              label: `${name} (${data.filter((one) => one.type.id === value).length})`,
            }))}
          />
        </>
      )}
    </Drawer>
  )
}

/** Of a segment's open objections those that are wanted and have no plan yet, however many there are. */
async function openObjections(segment: string, wanted: ReadonlySet<string>): Promise<ObjectionRow[]> {
  const found: ObjectionRow[] = []
  for (let page = 1; ; page++) {
    const { items, total } = await api.objections({ segment, show: 'open', page, pageSize })
    found.push(...items.filter(({ id, status }) => wanted.has(id) && status === 'raised'))
    if (page * pageSize >= total) return found
  }
}
