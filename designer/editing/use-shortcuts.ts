import { useEffect } from 'react'
import { usePreferences } from '../frame/preferences.ts'
import { type Shortcut, shortcutOf } from './shortcuts.ts'

/** The keys of the drawing board. Dialogs, and lines that are not part of the drawing yet, keep their own. */
export function useShortcuts(acts: Partial<Record<Shortcut, () => void>>): void {
  useEffect(() => {
    function press(event: KeyboardEvent): boolean {
      const shortcut = shortcutOf(event)
      const act = shortcut && acts[shortcut]
      if (shortcut && shortcut !== 'keys' && isSingle(event) && !usePreferences.getState().singleKeys) return false
      if (!act || (shortcut !== 'save' && isElsewhere(event, shortcut))) return false
      event.preventDefault()
      act()
      return true
    }
    // Arrows with Alt are taken before the canvas has them: it would move what is chosen as well.
    const early = (event: KeyboardEvent) => event.altKey && press(event) && event.stopPropagation()
    const late = (event: KeyboardEvent) => !event.altKey && press(event)
    window.addEventListener('keydown', early, true)
    window.addEventListener('keydown', late)
    return () => {
      window.removeEventListener('keydown', early, true)
      window.removeEventListener('keydown', late)
    }
  }, [acts])
}

const isSingle = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey

function isElsewhere({ target }: KeyboardEvent, shortcut: Shortcut): boolean {
  const at = target instanceof Element ? target : undefined
  if (at?.closest('.ant-modal, [data-own-undo]')) return true
  // Undo and redo are the drawing's, also from within a field of it.
  return shortcut !== 'undo' && shortcut !== 'redo' && Boolean(at?.closest('input, textarea, [contenteditable]'))
}
