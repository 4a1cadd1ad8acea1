import { useEffect } from 'react'
import type { Hand, NotPasted } from './hand.ts'

/** Copy, cut and paste by the browser's own ways, which need no permission. Fields, dialogs and marked text keep theirs. */
export function useClipboard(hand: Hand, isOn: boolean, tell: (problem: NotPasted) => void): void {
  useEffect(() => {
    if (!isOn) return
    function take(event: ClipboardEvent, text: string | undefined) {
      if (text === undefined) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
    }
    const copy = (event: ClipboardEvent) => isForBoard(event) && take(event, hand.copy())
    const cut = (event: ClipboardEvent) => isForBoard(event) && take(event, hand.cut())
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain')
      if (!text || !isForBoard(event)) return
      event.preventDefault()
      const problem = hand.paste(text)
      if (problem) tell(problem)
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', cut)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', cut)
      document.removeEventListener('paste', paste)
    }
  }, [hand, isOn, tell])
}

function isForBoard({ target }: Event): boolean {
  const at = target instanceof Element ? target : undefined
  const isMarked = document.getSelection()?.isCollapsed === false
  return !isMarked && !at?.closest('input, textarea, [contenteditable], .ant-modal, .ant-drawer')
}
