import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Owed } from '../../api/work/contract.ts'
import { api } from '../resources/resources.ts'
import { Failure } from '../ui/Failure.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import { Pages } from '../ui/Pages.tsx'
import { Panel } from '../ui/Panel.tsx'
import { useNow } from '../ui/use-now.ts'
import { pageNumber, usePlaceInList } from '../ui/use-place-in-list.ts'
import { SaveAsTable } from '../views/SaveAsTable.tsx'
import { Mark } from './Mark.tsx'
import { ObjectionItem } from './ObjectionItem.tsx'
import { byEffect, byUrgency, type Urgency } from './owed-groups.ts'
import { QuestionItem } from './QuestionItem.tsx'
import { TaskItem } from './TaskItem.tsx'
import type { RecordOn } from './use-recording.ts'

const pageSize = 50
/** Folded while something more urgent is owed. */
const canWait: Urgency[] = ['later', 'none']
const placeSchema = z.object({ page: pageNumber })

/**
 * What I owe: what departments asked me, since their clocks stand meanwhile; then by urgency, tasks by the effect that they are to
 * bring, and objections.
 */
export function OwedList({ record }: { record: RecordOn }) {
  const { t } = useTranslation()
  const now = useNow()
  const { place, go } = usePlaceInList(placeSchema)
  const { page } = place
  const { data, error, refetch } = useQuery({
    queryKey: ['owed', page],
    queryFn: () => api.owed({ page, pageSize }),
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  })
  const items = data?.items ?? []
  const questions = items.filter((row) => row.kind === 'question')
  const others = items.filter((row) => row.kind !== 'question')
  const asked = useId()
  return (
    <div className="today-owed">
      <Panel
        title={t('today.owed')}
        count={data?.total}
        actions={data && data.total > 0 && <SaveAsTable list="owed" />}
      >
        {error && <Failure error={error} retry={refetch} />}
        {!data && !error && <Skeleton className="titled-body" active paragraph={{ rows: 8 }} />}
        {data?.total === 0 && <Nothing title={t('deals.tasks.none')}>{t('deals.tasks.noneHint')}</Nothing>}
        {questions.length > 0 && (
          <section className="owed owed-question" aria-labelledby={asked}>
            <h3 id={asked}>
              {t('today.asked')} <span className="tally">{questions.length}</span>
            </h3>
            <ul className="task-list" aria-labelledby={asked}>
              {questions.map((question) => (
                <QuestionItem key={`${question.dealId} ${question.id} ${question.openedAt}`} question={question} />
              ))}
            </ul>
          </section>
        )}
        {byUrgency(others, new Date(now)).map(([urgency, rows], n) => (
          <section key={urgency} className={`owed owed-${urgency}`} aria-label={t(`deals.tasks.urgency.${urgency}`)}>
            <details className="fold" open={n === 0 || !canWait.includes(urgency)}>
              <summary>
                <h3>{t(`deals.tasks.urgency.${urgency}`)}</h3> <span className="tally">{rows.length}</span>
              </summary>
              <Objections objections={rows.filter((row) => row.kind === 'objection')} />
              {byEffect(rows.filter((row) => row.kind === 'task')).map(({ key, effects, tasks }) => (
                <ForEffect key={key} effects={effects} tasks={tasks} record={record} />
              ))}
            </details>
          </section>
        ))}
      </Panel>
      <Pages page={page} size={pageSize} total={data?.total ?? 0} show={(page) => go({ page })} />
    </div>
  )
}

/** Objections whose next step is mine. */
function Objections({ objections }: { objections: Owed<'objection'>[] }) {
  const { t } = useTranslation()
  const title = useId()
  if (objections.length === 0) return null
  return (
    <>
      <h4 id={title} className="owed-for">
        {t('words.objections')}
      </h4>
      <ul className="task-list" aria-labelledby={title}>
        {objections.map((objection) => (
          <ObjectionItem key={`${objection.dealId} ${objection.id}`} objection={objection} />
        ))}
      </ul>
    </>
  )
}

type Group = { effects: Owed<'task'>['brings']; tasks: Owed<'task'>[]; record: RecordOn }

/** Tasks that are to bring the same. */
function ForEffect({ effects, tasks, record }: Group) {
  const { t } = useTranslation()
  const title = useId()
  return (
    <>
      <h4 id={title} className="owed-for">
        {effects.length === 0 && t('today.bringsNothing')}
        {effects.map(({ kind, id, name }) => (
          <span key={id}>
            <Mark kind={kind} /> {name}
          </span>
        ))}
      </h4>
      <ul className="task-list" aria-labelledby={title}>
        {tasks.map((task, n) => {
          const repeats = tasks[n - 1]?.name === task.name
          return <TaskItem key={`${task.dealId} ${task.id}`} task={task} repeats={repeats} record={record} />
        })}
      </ul>
    </>
  )
}
