import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AskGroup } from './asks.ts'
import { type InteractionDraft, justPicked, type Learnt } from './interaction-draft.ts'
import { LearntFact } from './LearntFact.tsx'

type Props = {
  groups: AskGroup[]
  draft: InteractionDraft
  change: (learnt: InteractionDraft['learnt']) => void
  /** Whether to mark facts that still have no value. */
  complain: boolean
}

/** What was learnt: facts of any stage, in any order. Where the purchase stands comes first, the rest is folded. */
export function LearntFacts({ groups, draft, change, complain }: Props) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState('')
  const { learnt } = draft
  const set = (fact: string, one: Learnt | undefined) => {
    const { [fact]: _, ...others } = learnt
    change(one ? { ...others, [fact]: one } : others)
  }
  const matches = (text: string) => text.toLowerCase().includes(wanted.trim().toLowerCase())
  const shown = groups
    .map((group) => ({ ...group, asks: group.asks.filter(({ name, roles }) => [name, ...roles].some(matches)) }))
    .filter(({ asks }) => asks.length > 0)
  return (
    <section className="learnt" aria-label={t('deals.record.learnt')}>
      <header>
        <h3>{t('deals.record.learnt')}</h3>
        <Input
          allowClear
          size="small"
          aria-label={t('deals.record.find')}
          placeholder={t('deals.record.find')}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
      </header>
      <p className="quiet">{t('deals.record.learntHint')}</p>
      {shown.length === 0 && wanted !== '' && <p className="quiet">{t('deals.record.noneFound')}</p>}
      {shown.map((group) => {
        const picked = group.asks.filter(({ fact }) => learnt[fact]).length
        const status = group.stage?.status
        return (
          <Group
            key={group.stage?.id ?? group.of}
            name={group.stage?.name ?? t(`deals.record.${group.of}`)}
            status={status ? t(`words.stageStatus.${status}`) : undefined}
            open={wanted !== '' || picked > 0 || status === undefined || status === 'open'}
            picked={picked}
          >
            {group.asks.map((ask) => (
              <LearntFact
                key={ask.fact}
                ask={ask}
                learnt={learnt[ask.fact]}
                participants={draft.participants}
                pick={(isPicked) => set(ask.fact, isPicked ? justPicked(ask) : undefined)}
                change={(one) => set(ask.fact, one)}
                complain={complain}
              />
            ))}
          </Group>
        )
      })}
    </section>
  )
}

type GroupProps = {
  name: string
  status: string | undefined
  open: boolean
  picked: number
  children: React.ReactNode
}

/** Folded by hand, a group stays so until something in it is picked or looked for. */
function Group({ name, status, open, picked, children }: GroupProps) {
  return (
    <details className="fold learnt-group" open={open}>
      <summary>
        <strong>{name}</strong>
        {status && <small className="quiet">{status}</small>}
        {picked > 0 && <span className="tally">{picked}</span>}
      </summary>
      <ul>{children}</ul>
    </details>
  )
}
