import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ValueType } from '#engine'
import { ChoiceField } from './ChoiceField.tsx'
import { Field } from './Field.tsx'
import { TextField } from './TextField.tsx'

const kinds = ['flag', 'number', 'money', 'date', 'text', 'choice'] as const

/** What kind of value is observed, with the options of a list and the unit of a number. */
export function ValueTypeField({ value, change }: { value: ValueType; change: (value: ValueType) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <ChoiceField<ValueType['kind']>
        label={t('editing.valueType')}
        value={value.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`map.valueType.${kind}`) }))}
        change={(kind) => kind && kind !== value.kind && change(fresh(kind, t('editing.firstOption')))}
      />
      {value.kind === 'number' && (
        <TextField
          label={t('editing.unit')}
          value={value.unit ?? ''}
          maxLength={40}
          change={(unit) => change(unit === '' ? { kind: 'number' } : { kind: 'number', unit })}
        />
      )}
      {value.kind === 'choice' && (
        <Field label={t('editing.options')} hint={t('editing.optionsHint')}>
          {(id) => (
            <Select
              id={id}
              mode="tags"
              value={value.options}
              onChange={(options: string[]) => {
                const named = [...new Set(options.map((option) => option.trim()).filter(Boolean))]
                if (named.length > 0) change({ kind: 'choice', options: named })
              }}
              open={false}
              suffixIcon={null}
              style={{ width: '100%' }}
            />
          )}
        </Field>
      )}
    </>
  )
}

const fresh = (kind: ValueType['kind'], option: string): ValueType =>
  kind === 'choice' ? { kind, options: [option] } : { kind }
