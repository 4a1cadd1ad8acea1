import { useEffect, useState } from 'react'
import { checkModel, type Finding, type ProcessModel } from '#engine'

const quietMs = 250

/** What the checks find in a drawing, a moment after its last change. */
export function useFindings(model: ProcessModel): readonly Finding[] {
  const [checked, setChecked] = useState(() => ({ model, findings: checkModel(model) }))
  useEffect(() => {
    if (checked.model === model) return
    const timer = setTimeout(() => setChecked({ model, findings: checkModel(model) }), quietMs)
    return () => clearTimeout(timer)
  }, [model, checked])
  return checked.findings
}
