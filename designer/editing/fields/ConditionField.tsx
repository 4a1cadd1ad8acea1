import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition } from '#engine'
import { tellingOf } from '../../map/condition-sentence.ts'
import { ConditionEditor } from '../conditions/ConditionEditor.tsx'
import { useModel, useReadOnly } from '../drawing-store.ts'

type Props = {
  label: string
  value: Condition | undefined
  change: (value: Condition | undefined) => void
  /** What it means that there is none. */
  none: string
}

/** A condition over the facts of the drawing. */
export function ConditionField(props: Props) {
  const { t, i18n } = useTranslation()
  const model = useModel()
  const readOnly = useReadOnly()
  const telling = useMemo(() => tellingOf(model, t, i18n.language), [model, t, i18n.language])
  return <ConditionEditor {...props} telling={telling} readOnly={readOnly} />
}
