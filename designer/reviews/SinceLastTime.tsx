import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DealReview } from '../../api/reviews/contract.ts'
import { useDealView } from '../deals/deal-view.ts'
import { Mark, markOf } from '../deals/Mark.tsx'
import { useShownFact } from '../deals/use-shown-fact.ts'
import { Ago } from '../ui/Ago.tsx'
import { Panel } from '../ui/Panel.tsx'

/** What came of all that happened to a deal since it was last gone through. */
export function SinceLastTime({ looked: { since, changed } }: { looked: DealReview }) {
  const { t } = useTranslation()
  const { names } = useDealView()
  const { stages, facts, objections, tasks, interactions } = changed
  const isNothing = stages.length + facts.length + objections.length + tasks.length + interactions === 0
  return (
    <Panel title={t(since ? 'reviews.changed.title' : 'reviews.changed.firstTitle')}>
      <div className="titled-body">
        {since ? (
          <>
            <p className="quiet review-since">
              {t('reviews.changed.since', { by: since.by.name, review: since.review.name })} <Ago at={since.at} />
            </p>
            {since.note && <blockquote>{since.note}</blockquote>}
          </>
        ) : (
          <p className="quiet review-since">{t('reviews.changed.first')}</p>
        )}
        {isNothing ? (
          <p className="review-nothing">{t('reviews.changed.nothing')}</p>
        ) : (
          <dl className="review-changes">
            <Group name={t('words.stage')} count={stages.length}>
              {stages.map(({ stage, was, is }) => (
                <Line
                  key={stage}
                  what={names.stage(stage)}
                  was={t(`words.stageStatus.${was}`)}
                  is={t(`words.stageStatus.${is}`)}
                />
              ))}
            </Group>
            <Group name={t('words.observation')} count={facts.length}>
              {facts.map((one) => (
                <FactLine key={one.fact} {...one} />
              ))}
            </Group>
            <Group name={t('words.objections')} count={objections.length}>
              {objections.map(({ objection, statement, was, is }) => (
                <Line
                  key={objection}
                  what={`“${statement}”`}
                  was={was ? t(`words.objectionStatus.${was}`) : t('reviews.changed.isNew')}
                  is={t(`words.objectionStatus.${is}`)}
                />
              ))}
            </Group>
            <Group name={t('words.tasks')} count={tasks.length}>
              {tasks.map(({ task, name, was, is }) => (
                <Line
                  key={task}
                  what={name}
                  was={was ? t(`words.taskStatus.${was}`) : t('reviews.changed.newTask')}
                  is={t(`words.taskStatus.${is}`)}
                />
              ))}
            </Group>
            <Group name={t('words.interaction')} count={interactions}>
              <li>{t('reviews.changed.visits', { count: interactions })}</li>
            </Group>
          </dl>
        )}
      </div>
    </Panel>
  )
}

function Group({ name, count, children }: { name: string; count: number; children: ReactNode }) {
  if (count === 0) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <ul>{children}</ul>
      </dd>
    </>
  )
}

function Line({ what, was, is }: { what: ReactNode; was: string; is: string }) {
  return (
    <li>
      <span>{what}</span>
      <span className="review-change">
        <span className="quiet">{was}</span> → <strong>{is}</strong>
      </span>
    </li>
  )
}

type Fact = DealReview['changed']['facts'][number]

function FactLine({ fact, was, is }: Fact) {
  const { t } = useTranslation()
  const { page, names } = useDealView()
  const show = useShownFact()
  const shown = (one: Fact['is']) =>
    one && `${show(fact, names.fact(fact)?.value, one.value, page.model.currency)} (${t(`words.grade.${one.grade}`)})`
  return (
    <Line
      what={
        <>
          <Mark kind={markOf(fact)} filled={is !== undefined} /> {names.label(fact)}
        </>
      }
      was={shown(was) ?? t('reviews.changed.unknown')}
      is={shown(is) ?? t('reviews.changed.withdrawn')}
    />
  )
}
