import { useEffect, useMemo, useState } from 'react'
import { compileModel, type PlayStep, type ProcessModel, play, type Snapshot } from '#engine'

export type PlayedSteps = { start: string; steps: readonly PlayStep[] }

/**
 * A play against a drawing: its steps, and the deal as it stood after each. `at` is the step that is looked at, counted
 * from 0 for the deal as it was opened. A step taken while an earlier one is looked at takes the place of those after it.
 */
export function usePlay(model: ProcessModel, begun: PlayedSteps) {
  const [{ start, steps }, setPlayed] = useState(begun)
  const [at, look] = useState(begun.steps.length)
  const [snapshots, setSnapshots] = useState<readonly Snapshot[]>([])
  const plan = useMemo(() => compileModel(model), [model])
  useEffect(() => {
    let current = true
    void play(plan, steps, start).then((played) => current && setSnapshots(played))
    return () => {
      current = false
    }
  }, [plan, steps, start])
  const shown = snapshots[Math.min(at, snapshots.length - 1)]
  const begin = (played: PlayedSteps) => {
    setPlayed(played)
    look(played.steps.length)
  }
  return {
    start,
    steps,
    snapshots,
    at,
    shown,
    look,
    begin,
    take: (step: PlayStep) => begin({ start, steps: [...steps.slice(0, at), step] }),
  }
}
export type Play = ReturnType<typeof usePlay>
