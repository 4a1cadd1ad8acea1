import { CheckCircleFilled, CloseCircleFilled, QuestionCircleFilled } from '@ant-design/icons'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Place, type Reading, readStage, type StageReading } from '#engine'
import { conditionSentence, scalarLabel, tellingOf } from '../map/condition-sentence.ts'
import { usePlaying } from './play-context.ts'

/** Why a stage stands as it does: its conditions, part by part, with the values that they met. */
export function StageWhy({ picked }: { picked: Place | undefined }) {
  const { t } = useTranslation()
  const { model, names, shown } = usePlaying()
  const open = model.stages.find(({ id }) => shown.state.stages[id]?.status === 'open')?.id
  const stage = (picked?.kind === 'stage' ? picked.id : picked?.stage) ?? open
  const [read, setRead] = useState<StageReading>()
  useEffect(() => {
    if (!stage) return setRead(undefined)
    let current = true
    void readStage(model, shown.state, shown.now, stage).then((reading) => current && setRead(reading))
    return () => {
      current = false
    }
  }, [model, shown, stage])
  if (!stage || !read) return null
  const status = shown.state.stages[stage]?.status ?? 'waiting'
  return (
    <section className="tryout-part" aria-label={t('tryout.why.title', { stage: names.stage(stage) })}>
      <h3>
        {t('tryout.why.title', { stage: names.stage(stage) })}
        <small className="quiet">{t(`words.stageStatus.${status}`)}</small>
      </h3>
      {read.ways.map(({ from, reading }) => (
        <Part key={from} title={t('tryout.why.way', { stage: names.stage(from) })} reading={reading} />
      ))}
      {read.entry && <Part title={t('tryout.why.entry')} reading={read.entry} />}
      <Part title={t('tryout.why.exit')} reading={read.exit} />
      {picked === undefined && <p className="quiet">{t('tryout.why.hint')}</p>}
    </section>
  )
}

function Part({ title, reading }: { title: string; reading: Reading }) {
  return (
    <div className="tryout-reading">
      <h4>{title}</h4>
      <ul>
        <Tree reading={reading} />
      </ul>
    </div>
  )
}

type Group = Extract<Reading, { kind: 'all' | 'any' }>

/** A group within another of its own kind says nothing new: its parts stand with the others. */
const membersOf = ({ kind, members }: Group): Reading[] =>
  members.flatMap((member) => (member.kind === kind ? membersOf(member) : [member]))

/** A group with a single part is that part. */
function Tree({ reading }: { reading: Reading }) {
  const { t } = useTranslation()
  if (reading.kind === 'test') return <Comparison reading={reading} />
  const members = reading.kind === 'not' ? [reading.member] : membersOf(reading)
  const [only] = members
  if (reading.kind !== 'not' && members.length === 1 && only) return <Tree reading={only} />
  return (
    <li className={`is-${reading.answer}`}>
      <Answer answer={reading.answer} />
      {members.length === 0 ? t('tryout.why.always') : t(`tryout.why.${reading.kind}`)}
      {members.length > 0 && (
        <ul>
          {members.map((member, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is what stands at its place in the condition.
            <Tree key={n} reading={member} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Comparison({ reading }: { reading: Extract<Reading, { kind: 'test' }> }) {
  const { t, i18n } = useTranslation()
  const { model } = usePlaying()
  const telling = useMemo(() => tellingOf(model, t, i18n.language), [model, t, i18n.language])
  const { test, value, against, answer } = reading
  const fact = telling.facts.get(test.fact)
  // That something is known, or is not, says all.
  const isTold = value !== undefined || (test.operator !== 'isKnown' && test.operator !== 'isUnknown')
  const said = (one: typeof value) => (one === undefined ? t('tryout.why.unknown') : scalarLabel(one, fact, telling))
  return (
    <li className={`is-${answer}`}>
      <Answer answer={answer} />
      {conditionSentence(test, telling)}
      <small className="quiet">
        {' '}
        {isTold && t('tryout.why.is', { value: said(value) })}
        {against !== undefined && ` ${t('tryout.why.against', { value: said(against) })}`}
      </small>
    </li>
  )
}

function Answer({ answer }: { answer: Reading['answer'] }) {
  const { t } = useTranslation()
  const label = t(`tryout.answer.${answer}`)
  if (answer === 'yes') return <CheckCircleFilled className="good" aria-label={label} />
  if (answer === 'no') return <CloseCircleFilled className="bad" aria-label={label} />
  return <QuestionCircleFilled className="quiet" aria-label={label} />
}
