import { useEffect, useState } from 'react'
import { type Broken, type ProcessModel, runScenario } from '#engine'

const quietMs = 250

/** In what each kept play differs from what it expects, a moment after the drawing's last change. By the scenario's id. */
export function useScenarioResults(model: ProcessModel): ReadonlyMap<string, readonly Broken[]> {
  const [results, setResults] = useState<ReadonlyMap<string, readonly Broken[]>>(new Map())
  useEffect(() => {
    let current = true
    const timer = setTimeout(async () => {
      const played = new Map<string, readonly Broken[]>()
      for (const scenario of model.scenarios) played.set(scenario.id, await runScenario(model, scenario))
      if (current) setResults(played)
    }, quietMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [model])
  return results
}
