import { useEffect } from 'react'
import { type Shortcut, shortcutOf } from './shortcuts.ts'

/** The keys of the drawing board. Dialogs, and lines that are not part of the drawing yet, keep their own. */
export function useShortcuts(acts: Partial<Record<Shortcut, () => void>>, isOn = true): void {
  useEffect(() => {
    if (!isOn) return
    function press(event: KeyboardEvent) {
      const shortcut = shortcutOf(event)
      const act = shortcut && acts[shortcut]
      if (!act || (shortcut !== 'save' && isElsewhere(event, shortcut))) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [acts, isOn])
}

function isElsewhere({ target }: KeyboardEvent, shortcut: Shortcut): boolean {
  const at = target instanceof Element ? target : undefined
  if (at?.closest('.ant-modal, [data-own-undo]')) return true
  // Undo and redo are the drawing's, also from within a field of it.
  return shortcut !== 'undo' && shortcut !== 'redo' && Boolean(at?.closest('input, textarea, [contenteditable]'))
}
