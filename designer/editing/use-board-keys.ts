import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { shownOn } from '../map/flow-nodes.ts'
import { withTransition } from './additions.ts'
import type { DrawingStore } from './drawing-store.ts'
import type { Hand } from './hand.ts'
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
    const chosenStages = () => now().chosen.flatMap(({ kind, id, stage }) => (kind === 'stage' ? id : (stage ?? [])))
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
      inspect: () => document.querySelector<HTMLElement>('.inspector input, .inspector textarea')?.focus(),
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
      add: () => hand.addStage(t('editing.newStage'), chosenStages().at(-1)),
      note: hand.addNote,
      connect: () => {
        const [from, to, ...others] = chosenStages()
        if (from === undefined || others.length > 0) return
        if (to === undefined) open('connect')
        else now().run((model) => withTransition(model, from, to))
      },
    }
  }, [store, hand, save, open, t])
  useShortcuts(acts)
}
