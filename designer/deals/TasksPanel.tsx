import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leftToBring } from '#engine'
import type { Task } from '#engine/deal'
import type { StepBodies } from '../../api/deals/step-contract.ts'
import { DueTime } from '../ui/DueTime.tsx'
import { Panel } from '../ui/Panel.tsx'
import { AddTask } from './AddTask.tsx'
import { Brings } from './Brings.tsx'
import { useDealView } from './deal-view.ts'
import { observedName } from './names.ts'
import { ReasonStep } from './ReasonStep.tsx'
import { StepForm } from './StepForm.tsx'
import { useStep } from './use-step.ts'

/** What is owed on this deal: each action for the effect that it is to bring. */
export function TasksPanel() {
  const { t } = useTranslation()
  const { page, mayChange } = useDealView()
  const [adding, setAdding] = useState(false)
  const tasks = Object.entries(page.state.tasks)
  const owed = tasks
    .filter(([, { status }]) => status === 'open')
    .sort(([, a], [, b]) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || a.seq - b.seq)
  const past = tasks.filter(([, { status }]) => status !== 'open').sort(([, a], [, b]) => b.seq - a.seq)
  return (
    <Panel
      title={t('words.tasks')}
      count={owed.length}
      actions={
        // Under a model an action is added as a deviation, with its reason.
        page.deal.freeForm &&
        mayChange &&
        !adding && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('deals.tasks.add')}
          </Button>
        )
      }
    >
      {adding && <AddTask close={() => setAdding(false)} />}
      {owed.length === 0 && !adding && (
        <p className="titled-body quiet">{t(page.deal.freeForm ? 'deals.tasks.noneYet' : 'deals.tasks.noneHere')}</p>
      )}
      <ul className="cards">
        {owed.map(([id, task]) => (
          <OwedTask key={id} id={id} task={task} />
        ))}
      </ul>
      {past.length > 0 && (
        <details className="fold past">
          <summary>{t('deals.tasks.past', { count: past.length })}</summary>
          <ul>
            {past.map(([id, task]) => (
              <li key={id}>
                <span>{task.name}</span>
                <small className="quiet">
                  {t(`words.taskStatus.${task.status}`)}
                  {task.note ? ` · ${task.note}` : ''}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

function OwedTask({ id, task }: { id: string; task: Task }) {
  const { t } = useTranslation()
  const { page, me, mayChange, nameOf, record, names } = useDealView()
  const [ending, setEnding] = useState<'complete' | 'take-back'>()
  const step = useStep('tasks/{id}/complete')
  const isMine = task.assignee === me.id
  const facts = leftToBring(page.state, task.brings).map((effect) => observedName(page.model, effect))
  return (
    <li>
      <div className="card-line">
        <strong>{task.name}</strong>
        {task.dueAt && <DueTime at={task.dueAt} />}
      </div>
      <Brings effects={task.brings.map(names.effect)} />
      {!isMine && <small className="quiet">{t('deals.tasks.owedBy', { name: nameOf(task.assignee) })}</small>}
      {ending === 'take-back' && (
        <ReasonStep
          path="tasks/{id}/take-back"
          id={id}
          submit={t('deals.tasks.takeBack')}
          close={() => setEnding(undefined)}
        />
      )}
      {ending === 'complete' && (
        <StepForm<StepBodies['tasks/{id}/complete']>
          submit={t('deals.tasks.complete')}
          busy={step.isPending}
          error={step.error}
          send={(body) => step.mutate({ id, body })}
          cancel={() => setEnding(undefined)}
        >
          <Form.Item name="note" label={t('words.note')}>
            <Input autoFocus maxLength={4000} />
          </Form.Item>
        </StepForm>
      )}
      {mayChange && ending === undefined && (
        <div className="card-actions">
          {facts.length > 0 && (
            <Button size="small" onClick={() => record(facts)}>
              {t('deals.tasks.recordEffect')}
            </Button>
          )}
          {isMine && (
            <Button size="small" type="text" onClick={() => setEnding('complete')}>
              {t('deals.tasks.completeWithout')}
            </Button>
          )}
          {task.action === undefined && (
            <Button size="small" type="text" onClick={() => setEnding('take-back')}>
              {t('deals.tasks.notNeeded')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
