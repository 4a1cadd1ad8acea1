import { Button, Drawer, Input, Radio, Select } from 'antd'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AttachFiles } from '../files/AttachFiles.tsx'
import { useIsBringing } from '../files/use-bring-files.ts'
import { useKept } from '../ui/use-kept.ts'
import { asksOf, notedAsks } from './asks.ts'
import { useDealView } from './deal-view.ts'
import {
  asInteraction,
  emptyDraft,
  type InteractionDraft,
  interactionKinds,
  justPicked,
  unanswered,
} from './interaction-draft.ts'
import { LearntFacts } from './LearntFacts.tsx'
import { NoteFact } from './NoteFact.tsx'
import { StepFailure } from './StepForm.tsx'
import type { Recording } from './use-recording.ts'
import { useStep } from './use-step.ts'
import './recording.css'

/** One visit, call, meeting or mail, and all that was learnt in it, in one step. A draft that is put away is kept. */
export function RecordInteraction({ recording }: { recording: Recording }) {
  const { t } = useTranslation()
  const { page, me } = useDealView()
  const step = useStep('interactions')
  const isBringing = useIsBringing(page.deal.id)
  const isFree = page.deal.freeForm
  const kept = useKept<InteractionDraft>(`keynode.interaction.${me.id}.${page.deal.id}`, emptyDraft)
  const [isTried, setTried] = useState(false)
  // A second try says the same as the first, its moment included, or it would count as another interaction.
  const firstTry = useRef<string>(undefined)
  const { value: draft, setValue: setDraft } = kept
  const known = useMemo(
    () => (isFree ? [{ of: 'noted' as const, asks: notedAsks(page.state) }] : asksOf(page.model, page.state)),
    [isFree, page.model, page.state],
  )
  const groups = draft.noted ? [...known, { of: 'new' as const, asks: draft.noted }] : known
  const asks = groups.flatMap((group) => group.asks)
  const missing = unanswered(draft)
  const count = Object.keys(draft.learnt).length

  // biome-ignore lint/correctness/useExhaustiveDependencies: picks once for each time that the recording is opened.
  useEffect(() => {
    const picked = asks.filter(({ fact }) => recording.picked.includes(fact) && !draft.learnt[fact])
    if (picked.length === 0) return
    const learnt = Object.fromEntries(picked.map((ask) => [ask.fact, justPicked(ask)]))
    setDraft((draft) => ({ ...draft, learnt: { ...draft.learnt, ...learnt } }))
  }, [recording.picked])

  function send() {
    // Its button can still be pressed while the drawer closes, over a draft that is empty again.
    if (!recording.isOpen) return
    setTried(true)
    if (missing.length > 0 || isAhead(draft)) return
    firstTry.current ??= new Date().toISOString()
    step.mutate(
      { body: asInteraction(draft, asks, firstTry.current) },
      {
        onSuccess: () => {
          kept.forget()
          firstTry.current = undefined
          setTried(false)
          recording.stop()
          recording.recorded?.()
        },
      },
    )
  }

  return (
    <Drawer
      open={recording.isOpen}
      onClose={recording.stop}
      destroyOnHidden
      title={t('deals.record.title')}
      size="min(680px, 100vw)"
      className="recording"
      footer={
        <div className="recording-foot">
          <Button type="primary" size="large" loading={step.isPending || isBringing} onClick={send}>
            {t('deals.record.send')}
          </Button>
          <span className="quiet">{t('deals.record.facts', { count })}</span>
          {(count > 0 || draft.note || draft.files) && (
            <Button type="text" size="small" onClick={kept.forget}>
              {t('deals.record.clear')}
            </Button>
          )}
        </div>
      }
    >
      <WhoAndWhen draft={draft} change={(part) => setDraft((draft) => ({ ...draft, ...part }))} />
      <LearntFacts
        groups={groups}
        draft={draft}
        change={(learnt) => setDraft((draft) => ({ ...draft, learnt }))}
        complain={isTried}
      />
      {isFree && (
        <NoteFact
          known={asks.map(({ fact }) => fact)}
          note={(ask) =>
            setDraft((draft) => ({
              ...draft,
              noted: [...(draft.noted ?? []), ask],
              learnt: { ...draft.learnt, [ask.fact]: justPicked(ask) },
            }))
          }
        />
      )}
      {isTried && missing.length > 0 && (
        <p className="complaint" role="alert">
          {t('deals.record.valuesMissing', { count: missing.length })}
        </p>
      )}
      {isTried && isAhead(draft) && (
        <p className="complaint" role="alert">
          {t('deals.record.inFuture')}
        </p>
      )}
      <StepFailure error={step.error} />
    </Drawer>
  )
}

function WhoAndWhen({ draft, change }: { draft: InteractionDraft; change: (part: Partial<InteractionDraft>) => void }) {
  const { t } = useTranslation()
  const { page } = useDealView()
  const [when, who, note] = [useId(), useId(), useId()]
  return (
    <div className="recording-head">
      <Radio.Group
        aria-label={t('deals.record.kind')}
        optionType="button"
        buttonStyle="solid"
        value={draft.kind}
        onChange={({ target }) => change({ kind: target.value as InteractionDraft['kind'] })}
        options={interactionKinds.map((kind) => ({ value: kind, label: t(`words.interactionKind.${kind}`) }))}
      />
      <div className="recording-when">
        <label htmlFor={when}>{t('deals.record.when')}</label>
        <Input
          id={when}
          type="datetime-local"
          value={draft.at ?? localNow()}
          max={localNow()}
          onChange={({ target }) => change({ at: target.value })}
        />
      </div>
      <div className="recording-who">
        <label htmlFor={who}>{t('deals.record.participants')}</label>
        <Select
          id={who}
          mode="tags"
          tokenSeparators={[',', '，', '、', ';']}
          placeholder={t('deals.record.participantsHint')}
          value={draft.participants}
          onChange={(participants: string[]) => change({ participants })}
          options={page.model.chain.roles.map(({ name }) => ({ value: name, label: name }))}
        />
      </div>
      <div className="recording-note">
        <label htmlFor={note}>{t('words.note')}</label>
        <Input.TextArea
          id={note}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={4000}
          value={draft.note}
          placeholder={t('deals.record.noteHint')}
          onChange={({ target }) => change({ note: target.value })}
        />
        <AttachFiles
          deal={page.deal.id}
          subject={t('deals.record.title')}
          files={draft.files ?? []}
          change={(files) => change({ files })}
        />
      </div>
    </div>
  )
}

/** What has not happened yet has brought nothing. */
const isAhead = ({ at }: InteractionDraft): boolean => at !== undefined && Date.parse(at) > Date.now()

/** This minute as the browser's own field for a time wants it: local, without a zone. */
function localNow(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
