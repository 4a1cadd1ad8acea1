import { useEffect } from 'react'

type Shortcuts = { undo(): void; redo(): void; save(): void }

/** The keys of every drawing board. Dialogs, and lines that are not part of the drawing yet, keep their own undo. */
export function useShortcuts({ undo, redo, save }: Shortcuts, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    function press(event: KeyboardEvent) {
      if (!event.ctrlKey && !event.metaKey) return
      const key = event.key.toLowerCase()
      if (key === 's') return act(event, save)
      const target = event.target instanceof Element ? event.target : undefined
      if (target?.closest('.ant-modal, [data-own-undo]')) return
      if (key === 'y' || (key === 'z' && event.shiftKey)) return act(event, redo)
      if (key === 'z') act(event, undo)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [undo, redo, save, isOn])
}

function act(event: KeyboardEvent, does: () => void) {
  event.preventDefault()
  does()
}
