import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { catalogueOf } from '#engine'
import type { DealState } from '#engine/deal'
import type { Reading, UnderModelPreview } from '../../api/deals/contract.ts'
import { PurchaseMap } from '../map/PurchaseMap.tsx'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { useDealView } from './deal-view.ts'
import { ReadFacts } from './ReadFacts.tsx'
import { ReadObjections } from './ReadObjections.tsx'
import { ReadRoles } from './ReadRoles.tsx'
import { ReadTasks } from './ReadTasks.tsx'
import { likelyObjections, likelyReading, likelyTasks, type Read, readable } from './reading.ts'
import { StepFailure } from './StepForm.tsx'

/** Puts a deal under its segment's model: what was noted is read as the model's facts, and what that opens is shown first. */
export function PutUnderModel({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const { dealId } = page.state
  const first = useQuery({
    queryKey: ['under-model', dealId],
    queryFn: () => api.underModelPreview(dealId, { facts: [], roles: {}, tasks: {}, objections: {} }),
  })
  return (
    <Drawer open onClose={close} size="min(980px, 100vw)" title={t('deals.free.put')} className="put-under">
      {first.error && <Failure error={first.error} retry={first.refetch} />}
      {!first.data && !first.error && <Skeleton active paragraph={{ rows: 8 }} />}
      {first.data && <ReadAnew preview={first.data} close={close} />}
    </Drawer>
  )
}

function ReadAnew({ preview: first, close }: { preview: UnderModelPreview; close: () => void }) {
  const { t } = useTranslation()
  const { page, names } = useDealView()
  const { state } = page
  const { model } = first
  const facts = catalogueOf(model).filter(readable)
  const [read, setRead] = useState<Read[]>(() => likelyReading(state, facts))
  const [roles, setRoles] = useState<Reading['roles']>({})
  const [tasks, setTasks] = useState(() => likelyTasks(state, model))
  const [objections, setObjections] = useState(() => likelyObjections(state, model, names.objectionType))
  const reading = { facts: read.flatMap(isGiven), roles, tasks: stillOwed(tasks, state), objections }
  const preview = useQuery({
    queryKey: ['under-model', state.dealId, state.seq, reading],
    queryFn: () => api.underModelPreview(state.dealId, reading),
    placeholderData: keepPreviousData,
  })
  const put = usePut(reading)
  const shown = preview.data ?? first
  const waiting = read.filter(({ fact, value }) => fact !== undefined && value === undefined).length
  return (
    <>
      <p className="quiet">{t('deals.free.putHint', { version: first.version })}</p>
      <ReadFacts facts={facts} currency={model.currency} read={read} change={setRead} />
      <ReadRoles model={model} roles={roles} change={setRoles} />
      <ReadTasks model={model} tasks={tasks} change={setTasks} />
      <ReadObjections model={model} objections={objections} change={setObjections} />
      <section className="put-under-map" aria-label={t('deals.free.standsThen')}>
        <h3>{t('deals.free.standsThen')}</h3>
        <PurchaseMap model={model} live={asRun(page.state, shown)} onSelect={() => undefined} />
        <p className="quiet">
          {shown.tasks.length > 0
            ? t('deals.free.owed', { tasks: shown.tasks.join(' · ') })
            : t('deals.free.nothingOwed')}
        </p>
        {shown.obtained.length > 0 && (
          <p className="quiet">{t('deals.free.obtained', { tasks: shown.obtained.join(' · ') })}</p>
        )}
      </section>
      <StepFailure error={put.error ?? preview.error} />
      <div className="step-form-actions">
        <Button
          type="primary"
          disabled={waiting > 0}
          loading={put.isPending}
          onClick={() => put.mutate(undefined, { onSuccess: close })}
        >
          {t('deals.free.put')}
        </Button>
        <span className="quiet">
          {waiting > 0
            ? t('deals.free.valuesMissing', { count: waiting })
            : t('deals.free.counted', { count: reading.facts.length })}
        </span>
      </div>
    </>
  )
}

/** Without those that somebody has done meanwhile. */
const stillOwed = (tasks: Reading['tasks'], state: DealState): Reading['tasks'] =>
  Object.fromEntries(Object.entries(tasks).filter(([id]) => state.tasks[id]?.status === 'open'))

/** What is read with its value; the rest stays a note. */
const isGiven = ({ noted, fact, value }: Read): Reading['facts'] =>
  fact === undefined || value === undefined ? [] : [{ noted, fact, value }]

/** The deal with the stages as they would stand, for the map to draw. */
const asRun = (state: DealState, { stages }: UnderModelPreview) => ({
  ...state,
  stages: Object.fromEntries(Object.entries(stages).map(([id, status]) => [id, { status, seq: state.seq }])),
})

function usePut(reading: Reading) {
  const { page } = useDealView()
  const queries = useQueryClient()
  const attempt = useAttempt()
  const { dealId, seq } = page.state
  return useMutation({
    mutationFn: () => {
      const body = { ...reading, expectedSeq: seq }
      return api.putUnderModel(dealId, body, attempt.keyFor(body))
    },
    onSuccess: attempt.done,
    onSettled: () =>
      Promise.all(['deal', 'history', 'owed', 'deals'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  })
}
