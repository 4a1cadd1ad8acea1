import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DealReview, Decision } from '../../api/reviews/contract.ts'
import { useDealView } from '../deals/deal-view.ts'
import { StepFailure } from '../deals/StepForm.tsx'
import { api } from '../resources/resources.ts'
import { Ago } from '../ui/Ago.tsx'
import { InstantInput } from '../ui/InstantInput.tsx'
import { Panel } from '../ui/Panel.tsx'
import { useAttempt } from '../ui/use-attempt.ts'

type Props = { review: string; looked: DealReview; isLast: boolean; goOn: () => void }

/** What is decided on a deal: a note, and tasks for somebody with a due time. Then the next deal comes. */
export function DecisionPanel({ review, looked, isLast, goOn }: Props) {
  const { t } = useTranslation()
  const [again, setAgain] = useState(false)
  const { decided } = looked
  return (
    <Panel title={t('reviews.decision.title')}>
      {decided && !again ? (
        <div className="titled-body">
          <p className="quiet review-since">
            {t('reviews.decision.decided', { by: decided.by.name })} <Ago at={decided.at} />
          </p>
          {decided.note ? <blockquote>{decided.note}</blockquote> : <p>{t('reviews.decision.noNote')}</p>}
          <Button size="middle" className="review-again" onClick={() => setAgain(true)}>
            {t('reviews.decision.again')}
          </Button>
        </div>
      ) : (
        <DecisionForm
          review={review}
          note={decided?.note ?? ''}
          isLast={isLast}
          done={() => {
            setAgain(false)
            goOn()
          }}
        />
      )}
    </Panel>
  )
}

type Draft = Omit<Decision, 'seq'>
type FormProps = { review: string; note: string; isLast: boolean; done: () => void }

function DecisionForm({ review, note, isLast, done }: FormProps) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const { deal, state } = page
  const queries = useQueryClient()
  const attempt = useAttempt()
  const [form] = Form.useForm<Draft>()
  // What was looked at when this was first said: a second try says the same, or its tasks would count twice.
  const first = useRef<{ said: string; seq: number }>(undefined)
  const decide = useMutation({
    mutationFn: (draft: Draft) => {
      const said = JSON.stringify(draft)
      if (first.current?.said !== said) first.current = { said, seq: state.seq }
      const body = { ...draft, seq: first.current.seq }
      return api.decide(review, deal.id, body, attempt.keyFor(body))
    },
    onSuccess: () => {
      attempt.done()
      for (const key of [['reviews'], ['deal', deal.id], ['owed'], ['deals']])
        void queries.invalidateQueries({ queryKey: key })
      done()
    },
  })
  const submitByKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
  }
  const firstStage = deal.openStages[0]?.id
  return (
    <Form<Draft>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="titled-body"
      initialValues={{ note, tasks: [] }}
      onFinish={(draft) => decide.mutate(draft)}
      onKeyDown={submitByKeys}
    >
      <Form.Item name="note" label={t('reviews.decision.note')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
      {state.status === 'open' && (
        <Form.List name="tasks">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }, n) => (
                <TaskFields key={key} at={name} number={n + 1} remove={() => remove(name)} />
              ))}
              {firstStage === undefined && !deal.freeForm ? (
                <p className="quiet">{t('reviews.decision.noStage')}</p>
              ) : (
                <Button
                  size="middle"
                  icon={<PlusOutlined aria-hidden />}
                  disabled={fields.length >= 20}
                  onClick={() => add({ ...(firstStage && { stage: firstStage }), assignee: deal.owner.id })}
                  className="review-add-task"
                >
                  {t('reviews.decision.addTask')}
                </Button>
              )}
            </>
          )}
        </Form.List>
      )}
      <StepFailure error={decide.error} />
      <Button type="primary" size="middle" htmlType="submit" loading={decide.isPending}>
        {t(isLast ? 'reviews.decision.submitLast' : 'reviews.decision.submit')}
      </Button>
    </Form>
  )
}

function TaskFields({ at, number, remove }: { at: number; number: number; remove: () => void }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const { owner, openStages } = page.deal
  const managers = useQuery({ queryKey: ['managers'], queryFn: api.managers, staleTime: 60_000 })
  const people = [owner, ...(managers.data?.items ?? []).filter(({ id }) => id !== owner.id)]
  return (
    <fieldset className="review-task">
      <legend>
        {t('words.task')} {number}
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t('reviews.decision.removeTask', { n: number })}
          onClick={remove}
        />
      </legend>
      <Form.Item
        name={[at, 'name']}
        label={t('reviews.decision.task')}
        rules={[{ required: true, whitespace: true, message: t('reviews.decision.taskMissing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <div className="review-task-pair">
        <Form.Item name={[at, 'assignee']} label={t('reviews.decision.who')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name={[at, 'due']} label={t('reviews.decision.due')}>
          <InstantInput min={new Date().toISOString()} />
        </Form.Item>
      </div>
      <Form.Item name={[at, 'stage']} label={t('reviews.decision.stage')} hidden={openStages.length < 2}>
        <Select options={openStages.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
    </fieldset>
  )
}
