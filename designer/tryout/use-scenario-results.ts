import { useEffect, useState } from 'react'
import { type Broken, type ProcessModel, runScenarios } from '#engine'

const quietMs = 250

/**
 * In what each kept play differs from what it expects, a moment after the drawing's last change. By the scenario's id. Nothing
 * is played while nobody looks.
 */
export function useScenarioResults(model: ProcessModel, isLooking = true): ReadonlyMap<string, readonly Broken[]> {
  const [results, setResults] = useState<ReadonlyMap<string, readonly Broken[]>>(new Map())
  useEffect(() => {
    if (!isLooking) return
    let current = true
    const timer = setTimeout(async () => {
      const played = await runScenarios(model)
      if (current) setResults(played)
    }, quietMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [model, isLooking])
  return results
}
