import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from './Field.tsx'

type Props = {
  label: string
  value: string
  change: (value: string) => void
  /** An empty one is not taken: the text of before stands. */
  required?: boolean
  rows?: number
  maxLength?: number
  hint?: string
  autoFocus?: boolean
}

/** A text of the model. Each letter is an edit; on leaving, blanks at its ends go. */
export function TextField({ label, value, change, required, rows, maxLength = 200, hint, autoFocus }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  useEffect(() => setText((before) => (before.trim() === value ? before : value)), [value])
  const isMissing = required === true && text.trim() === ''
  const control = {
    value: text,
    maxLength,
    autoFocus: autoFocus ?? false,
    status: isMissing ? ('error' as const) : ('' as const),
    onChange: ({ target }: { target: { value: string } }) => {
      setText(target.value)
      if (!required || target.value.trim() !== '') change(target.value.trim())
    },
    onFocus: ({ target }: { target: { select(): void } }) => autoFocus && target.select(),
    onBlur: () => setText(value),
  }
  return (
    <Field label={label} hint={hint} problem={isMissing ? t('editing.nameMissing') : undefined}>
      {(id) =>
        rows ? (
          <Input.TextArea id={id} autoSize={{ minRows: rows, maxRows: 8 }} {...control} />
        ) : (
          <Input id={id} {...control} />
        )
      }
    </Field>
  )
}
