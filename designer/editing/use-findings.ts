import { useEffect, useState } from 'react'
import { checkModel, type Finding, type ProcessModel } from '#engine'

const quietMs = 250

/** What the checks find in a drawing, a moment after its last change. */
export function useFindings(model: ProcessModel): readonly Finding[] {
  const [findings, setFindings] = useState<readonly Finding[]>(() => checkModel(model))
  useEffect(() => {
    const timer = setTimeout(() => setFindings(checkModel(model)), quietMs)
    return () => clearTimeout(timer)
  }, [model])
  return findings
}
