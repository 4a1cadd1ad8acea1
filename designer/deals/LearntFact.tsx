import { AutoComplete, Button, Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { grades, standingFacts } from '#engine'
import { AttachFiles } from '../files/AttachFiles.tsx'
import { ValueEditor } from '../ui/ValueEditor.tsx'
import type { Ask } from './asks.ts'
import { useDealView } from './deal-view.ts'
import { type Learnt, likelySpeaker } from './interaction-draft.ts'
import { Mark } from './Mark.tsx'
import { useShownFact } from './use-shown-fact.ts'

type Props = {
  ask: Ask
  learnt: Learnt | undefined
  participants: string[]
  pick: (isPicked: boolean) => void
  change: (learnt: Learnt) => void
  complain: boolean
}

/** One fact to pick, with what is known of it; picked, its value and how well it is evidenced. */
export function LearntFact({ ask, learnt, participants, pick, change, complain }: Props) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const show = useShownFact()
  const { currency } = page.model
  const known = standingFacts(page.state.observations).get(ask.fact)?.value
  return (
    <li className={learnt ? 'learnt-fact picked' : 'learnt-fact'}>
      <div className="learnt-line">
        <Checkbox checked={learnt !== undefined} onChange={({ target }) => pick(target.checked)}>
          <Mark kind={ask.kind} filled={known !== undefined && known !== false} /> {ask.name}
        </Checkbox>
        <small className="quiet">
          {[
            ...ask.roles,
            known !== undefined && t('deals.record.known', { value: show(ask.fact, ask.value, known, currency) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      {learnt && (
        <div className="learnt-detail">
          <div className={complain && learnt.value === undefined ? 'learnt-value wanting' : 'learnt-value'}>
            {ask.kind === 'commitment' ? (
              <Given name={ask.name} value={learnt.value} change={(value) => change({ ...learnt, value })} />
            ) : (
              <ValueEditor
                type={ask.value}
                currency={currency}
                label={ask.name}
                value={learnt.value}
                onChange={(value) => change({ ...learnt, value })}
              />
            )}
          </div>
          <Evidence ask={ask} learnt={learnt} participants={participants} change={change} />
        </div>
      )}
    </li>
  )
}

function Given({ name, value, change }: { name: string; value: unknown; change: (value: boolean) => void }) {
  const { t } = useTranslation()
  return (
    <Radio.Group
      aria-label={name}
      optionType="button"
      value={value}
      onChange={({ target }) => change(target.value as boolean)}
      options={[
        { value: true, label: t('deals.record.given') },
        { value: false, label: t('deals.record.notGiven') },
      ]}
    />
  )
}

type EvidenceProps = { ask: Ask; learnt: Learnt; participants: string[]; change: (learnt: Learnt) => void }

function Evidence({ ask, learnt, participants, change }: EvidenceProps) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const [isWriting, setWriting] = useState(learnt.evidence !== undefined || learnt.files !== undefined)
  const people = [...new Set([...participants, ...ask.roles, ...page.model.chain.roles.map(({ name }) => name)])]
  return (
    <>
      <Radio.Group
        aria-label={t('deals.record.gradeOf', { fact: ask.name })}
        className="grades"
        optionType="button"
        value={learnt.grade}
        onChange={({ target }) => change({ ...learnt, grade: target.value as Learnt['grade'] })}
        options={grades.map((grade) => ({ value: grade, label: t(`words.grade.${grade}`) }))}
      />
      <AutoComplete
        aria-label={t('deals.record.saidByOf', { fact: ask.name })}
        className="said-by"
        value={learnt.saidBy ?? ''}
        placeholder={likelySpeaker(ask, participants) ?? t('deals.record.saidBy')}
        onChange={(saidBy: string) => change({ ...learnt, saidBy })}
        options={people.map((value) => ({ value }))}
        popupMatchSelectWidth={false}
      />
      {isWriting ? (
        <>
          <Input
            aria-label={t('deals.record.evidenceOf', { fact: ask.name })}
            className="evidence"
            placeholder={t('deals.record.evidence')}
            maxLength={4000}
            value={learnt.evidence ?? ''}
            onChange={({ target }) => change({ ...learnt, evidence: target.value })}
          />
          <AttachFiles
            deal={page.deal.id}
            subject={ask.name}
            files={learnt.files ?? []}
            change={(files) => change({ ...learnt, files })}
          />
        </>
      ) : (
        <Button type="text" size="small" onClick={() => setWriting(true)}>
          {t('deals.record.addEvidence')}
        </Button>
      )}
    </>
  )
}
