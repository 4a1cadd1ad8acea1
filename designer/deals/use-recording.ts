import { useState } from 'react'

/** Whether an interaction is being recorded, and with which facts picked. */
export type Recording = {
  isOpen: boolean
  picked: string[]
  /** Puts it away; what was written is kept until it is recorded. */
  stop: () => void
  recorded?: () => void
}

/** Opens the recording of an interaction on a deal, with these facts picked. */
export type RecordOn = (deal: string, facts: string[]) => void

export function useRecording() {
  const [picked, setPicked] = useState<string[]>([])
  const [isOpen, setOpen] = useState(false)
  const start = (facts: string[]) => {
    setPicked(facts)
    setOpen(true)
  }
  const stop = () => {
    setOpen(false)
    setPicked([])
  }
  return { isOpen, picked, start, stop }
}
