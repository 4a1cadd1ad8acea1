import { useTranslation } from 'react-i18next'
import type { DealHistory } from '../../api/deals/contract.ts'
import { Remarks } from '../coaching/Remarks.tsx'
import { FileLinks } from '../files/FileLinks.tsx'
import { Ago } from '../ui/Ago.tsx'
import { Linked } from '../ui/Linked.tsx'
import { useDealView } from './deal-view.ts'
import { useHappening } from './use-happening.ts'

/** One step of a deal: who did what, what was learnt, and the stages that it moved. */
export function HistoryEntry({
  entry,
  people,
}: {
  entry: DealHistory['items'][number]
  people: DealHistory['people']
}) {
  const { t } = useTranslation()
  const { names, page } = useDealView()
  const tell = useHappening(people)
  // An importer is no user and has no name of its own.
  const who = entry.by.id === 'import' ? t('words.interactionKind.import') : entry.by.name
  const { title, said, learnt, files } = tell(entry.event)
  const nameOf = {
    task: (id: string) => page.state.tasks[id]?.name,
    'support-request': (id: string) => page.state.supportRequests[id]?.name,
    objection: (id: string) => page.state.objections[id]?.statement,
  }
  const due = entry.fellDue.map(({ of, id, how }) =>
    t(`deals.history.fellDue.${how}`, { what: t(`deals.history.fellDue.of.${of}`, { name: nameOf[of](id) ?? id }) }),
  )
  // A deal is woken for what has become due; that says more than that it was.
  const isTold = entry.event.kind === 'woken' && due.length > 0
  const way = page.model.stages.map(({ id }) => id)
  const stages = Object.entries(entry.stages)
    .filter(([, status]) => status !== 'waiting' || entry.seq > 1)
    .sort(([a], [b]) => way.indexOf(a) - way.indexOf(b))
  return (
    <li className={stages.length > 0 ? 'moving' : ''}>
      <p>
        <span className="history-title">{isTold ? due[0] : title}</span>
        <small className="quiet">
          {entry.event.kind === 'woken' ? '' : `${who} · `}
          <Ago at={entry.at} />
        </small>
      </p>
      {said && (
        <blockquote>
          <Linked text={said} />
        </blockquote>
      )}
      <FileLinks deal={page.deal.id} files={files} />
      {(isTold ? due.slice(1) : due).map((line) => (
        <p key={line} className="history-title">
          {line}
        </p>
      ))}
      {learnt.length > 0 && (
        <ul className="history-learnt">
          {learnt.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {stages.length > 0 && (
        <ul className="history-stages">
          {stages.map(([id, status]) => (
            <li key={id} className={`to-${status}`}>
              {t('deals.history.stageNow', { stage: names.stage(id), status: t(`words.stageStatus.${status}`) })}
            </li>
          ))}
        </ul>
      )}
      {entry.event.kind === 'interaction-recorded' && <Remarks seq={entry.seq} />}
    </li>
  )
}
