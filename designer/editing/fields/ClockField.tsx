import { useTranslation } from 'react-i18next'
import { useModel } from '../drawing-store.ts'
import { effectOptions } from '../forms/effect-options.ts'
import { ChoiceField } from './ChoiceField.tsx'

/** What a time starts on: an element or commitment of the customer's, or, where none is chosen, what `none` says. */
export function ClockField({
  value,
  none,
  stage,
  change,
}: {
  value: string | undefined
  none: string
  stage?: string | undefined
  change: (from: string | undefined) => void
}) {
  const { t } = useTranslation()
  const model = useModel()
  return (
    <ChoiceField
      label={t('editing.clockFrom')}
      value={value}
      none={none}
      options={effectOptions(model, stage, ['elements', 'commitments'])}
      change={change}
    />
  )
}
