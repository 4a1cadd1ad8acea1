import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { kindsFor } from '../commands/replace-place.ts'
import { shownOn } from '../map/flow-nodes.ts'
import type { DrawingStore } from './drawing-store.ts'
import { type Hand, stagesOf } from './hand.ts'
import { goIntoForm } from './Inspector.tsx'
import { useShortcuts } from './use-shortcuts.ts'

/** What opens over the board: the search, the choice of a stage to connect to or of another kind, the sheet of keys. */
export type Opened = 'find' | 'connect' | 'replace' | 'keys'

/** How much room one press makes, in units of the canvas. */
const roomStep = 40

/** Puts the keyboard on a bend of a line, once it is drawn. */
function goToBend(bend: { transition: string; at: number } | undefined): void {
  if (!bend) return
  const go = () => document.querySelectorAll<HTMLElement>(`[data-bends="${bend.transition}"] button`)[bend.at]?.focus()
  requestAnimationFrame(() => requestAnimationFrame(go))
}

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
      bend: () => goToBend(hand.bend()),
      space: () => now().space(!now().spacing),
      wider: () => hand.makeRoom('x', roomStep),
      narrower: () => hand.makeRoom('x', -roomStep),
      lower: () => hand.makeRoom('y', roomStep),
      higher: () => hand.makeRoom('y', -roomStep),
      replace: () => {
        const { model, selected } = now()
        if (selected && kindsFor(model, selected).length > 0) open('replace')
      },
    }
  }, [store, hand, save, open, t])
  useShortcuts(acts)
}
