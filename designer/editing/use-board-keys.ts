import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { shownOn } from '../map/flow-nodes.ts'
import type { DrawingStore } from './drawing-store.ts'
import { type Hand, stagesOf } from './hand.ts'
import { goIntoForm } from './Inspector.tsx'
import { useShortcuts } from './use-shortcuts.ts'

/** What opens over the board: the search, the choice of a stage to connect to, the sheet of keys. */
export type Opened = 'find' | 'connect' | 'keys'

/** Everything that the keyboard does on a drawing; a reader's only looks around. */
export function useBoardKeys(
  store: DrawingStore,
  hand: Hand | undefined,
  { save, open }: { save: () => void; open: (what: Opened) => void },
): void {
  const { t } = useTranslation()
  const acts = useMemo(() => {
    const now = () => {
      const { history, ...drawing } = store.getState()
      return { ...drawing, model: history.present }
    }
    const chosenStages = () => stagesOf(now().chosen)
    const goAlong = (from: 'from' | 'to', to: 'from' | 'to') => () => {
      const { model, show } = now()
      const [stage = model.stages[0]?.id] = chosenStages()
      const next = model.transitions.find((line) => line[from] === stage)?.[to] ?? stage
      if (next !== undefined) show({ kind: 'stage', id: next })
    }
    const look = {
      find: () => open('find'),
      keys: () => open('keys'),
      next: goAlong('from', 'to'),
      before: goAlong('to', 'from'),
      inspect: goIntoForm,
      fold: () => now().fold(chosenStages()),
    }
    if (!hand) return { ...look, rename: look.inspect }
    return {
      ...look,
      rename: () => {
        const { selected, folded, nameInPlace } = now()
        const isShown =
          selected &&
          selected.kind !== 'transition' &&
          shownOn(selected) !== undefined &&
          (selected.kind === 'support' || !folded.has(selected.stage ?? ''))
        if (isShown) nameInPlace(selected)
        else look.inspect()
      },
      save,
      undo: () => now().undo(),
      redo: () => now().redo(),
      duplicate: hand.duplicate,
      chooseAll: hand.chooseStages,
      add: () => hand.addStage(t('editing.fresh.stage')),
      note: hand.addNote,
      connect: () => hand.connect(() => open('connect')),
    }
  }, [store, hand, save, open, t])
  useShortcuts(acts)
}
