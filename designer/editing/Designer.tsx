import { App } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Place } from '#engine'
import type { Draft, Meeting } from '../../api/models/contract.ts'
import { api, type DrawingOwner } from '../resources/resources.ts'
import { TryOut } from '../tryout/TryOut.tsx'
import type { PlayedSteps } from '../tryout/use-play.ts'
import { Board } from './Board.tsx'
import { BoardDialogs } from './BoardDialogs.tsx'
import { Conflict } from './Conflict.tsx'
import { createDrawing, DrawingProvider } from './drawing-store.ts'
import { createHand, type NotPasted } from './hand.ts'
import { keptFolds } from './kept-folds.ts'
import { useRestsOn } from './overlay/use-rests-on.ts'
import { createSaver } from './saver.ts'
import { TopBar } from './TopBar.tsx'
import { type Opened, useBoardKeys } from './use-board-keys.ts'
import { useClipboard } from './use-clipboard.ts'
import { useFindings } from './use-findings.ts'
import { useFollow } from './use-follow.ts'
import { useJoin } from './use-join.ts'
import { useLeaveGuard } from './use-leave-guard.tsx'
import { useNamedPlace } from './use-named-place.ts'
import { useNotPasted } from './use-not-pasted.ts'

type Props = {
  owner: DrawingOwner
  name: string
  draft: Draft
  /** Id of whoever looks at it. */
  person: string
  mayDraw: boolean
  /** Who else has it open now, and who saved it last. */
  meeting: Meeting | undefined
  /** Tells where in it this person is. */
  tell: (at: Place | undefined) => void
  reload: () => void
}

const alone: Meeting['items'] = []

/** The drawing at work: canvas, palette and inspector, what saves it, and what makes versions of it. */
export function Designer({ owner, name, draft, person, mayDraw, meeting, tell: tellPlace, reload }: Props) {
  const { t } = useTranslation()
  const [folds] = useState(() => keptFolds(person, owner.id))
  const [store] = useState(() => createDrawing(draft.model, folds.read()))
  const [saver] = useState(() => createSaver(draft, (next) => api.saveDraft(owner, next)))
  const [hand] = useState(() => createHand(store))
  const [tried, tryOut] = useState<PlayedSteps>()
  const model = useStore(store, ({ history }) => history.present)
  const { state, base } = useStore(saver.store)
  const findings = useFindings(model)
  useEffect(() => store.subscribe(({ history }) => saver.changed(history.present)), [store, saver])
  useEffect(() => () => saver.stop(), [saver])
  useNamedPlace(store)
  useFollow({ owner, person, saver, store, saved: meeting?.saved })
  const met = useJoin({ owner, person, saver, store })
  const others = meeting?.items ?? alone
  const selected = useStore(store, (drawing) => drawing.selected)
  useEffect(() => tellPlace(selected), [tellPlace, selected])
  const folded = useStore(store, (drawing) => drawing.folded)
  useEffect(() => folds.keep(folded), [folds, folded])
  useLeaveGuard(saver, state.kind !== 'saved')
  const [opened, open] = useState<Opened>()
  const save = useCallback(() => void saver.flush(), [saver])
  useBoardKeys(store, mayDraw && !tried ? hand : undefined, { save, open })
  const notPasted = useNotPasted()
  const { message } = App.useApp()
  const tell = useCallback((problem: NotPasted) => void message.warning(notPasted(problem)), [message, notPasted])
  useClipboard(hand, mayDraw && !tried, tell)
  const common = useRestsOn(owner)?.model
  const context = useMemo(() => ({ store, readOnly: !mayDraw, base: common }), [store, mayDraw, common])

  return (
    <DrawingProvider value={context}>
      <main className="designer">
        <TopBar
          owner={owner}
          name={name}
          others={others}
          saver={saver}
          findings={findings}
          open={open}
          isTrying={tried !== undefined}
          tryOut={(steps = []) => tryOut({ start: new Date().toISOString(), steps })}
        />
        {state.kind === 'conflict' && met && (
          <Conflict error={state.error} base={base} mine={model} theirs={met.theirs} reload={reload} />
        )}
        {!mayDraw && <p className="designer-note">{t('editing.readOnly')}</p>}
        {tried ? (
          <TryOut
            key={tried.start}
            begun={tried}
            findings={findings}
            segment={owner.kind === 'segment' ? owner.id : undefined}
            close={() => tryOut(undefined)}
          />
        ) : (
          <Board findings={findings} open={open} others={others} {...(mayDraw && { hand })} />
        )}
        <BoardDialogs opened={opened} close={() => open(undefined)} />
      </main>
    </DrawingProvider>
  )
}
