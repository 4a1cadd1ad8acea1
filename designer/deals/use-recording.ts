import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { DealPage } from '../../api/deals/contract.ts'
import { observedName } from './names.ts'

export type Recording = ReturnType<typeof useRecording>

/** Whether an interaction is being recorded, and with which facts picked; a link can ask for it, for one task's effect. */
export function useRecording(page: DealPage) {
  const { record: asked } = useSearch({ strict: false }) as { record?: string }
  const navigate = useNavigate()
  const [picked, setPicked] = useState<string[]>(() => factsOfTask(page, asked))
  const [isOpen, setOpen] = useState(asked !== undefined)
  return {
    isOpen,
    picked,
    start: (facts: string[]) => {
      setPicked(facts)
      setOpen(true)
    },
    stop: () => {
      setOpen(false)
      setPicked([])
      if (asked !== undefined) void navigate({ to: '.', search: {}, replace: true })
    },
  }
}

const factsOfTask = ({ state, model }: DealPage, id: string | undefined): string[] =>
  (state.tasks[id ?? '']?.brings ?? []).map((effect) => observedName(model, effect))
