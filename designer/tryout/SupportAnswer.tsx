import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { factName, type PlayedFact, type Scalar, supportTriggersOf, type Verdict } from '#engine'
import type { SupportRequest } from '#engine/deal'
import { ValueEditor } from '../ui/ValueEditor.tsx'
import { usePlaying } from './play-context.ts'

const given: Verdict[] = ['approved', 'refused']

/** A request to a department, and its answer, with the values of what that brings. */
export function SupportAnswer({ request }: { request: SupportRequest }) {
  const { t } = useTranslation()
  const { model, names, take } = usePlaying()
  const [values, setValues] = useState<Record<string, Scalar>>({})
  const { trigger, name, department, escalatedAt } = request
  const brought = supportTriggersOf(model).find(({ id }) => id === trigger)?.brings ?? []
  const elements = model.stages.flatMap(({ elements }) => elements).filter(({ id }) => brought.includes(id))
  const valueFor = (id: string, kind: string) => values[id] ?? (kind === 'flag' ? true : undefined)
  const facts = elements.flatMap(({ id, value: { kind } }): PlayedFact[] => {
    const value = valueFor(id, kind)
    return value === undefined ? [] : [{ fact: factName.element(id), value, grade: 'written' }]
  })
  return (
    <li className="tryout-request">
      <span className={escalatedAt ? 'is-late' : ''}>
        {name}
        <small className="quiet"> · {names.department(department)}</small>
        {escalatedAt && <small> · {t('words.overdue')}</small>}
      </span>
      {elements.map(({ id, name: label, value: type }) => (
        <span key={id} className="tryout-brought">
          {label}
          <ValueEditor
            type={type}
            currency={model.currency}
            label={label}
            value={valueFor(id, type.kind)}
            onChange={(value) =>
              setValues(({ [id]: _, ...others }) => (value === undefined ? others : { ...others, [id]: value }))
            }
          />
        </span>
      ))}
      <span className="tryout-buttons">
        {given.map((verdict) => (
          <Button
            key={verdict}
            size="small"
            onClick={() => take({ kind: 'answer', trigger, verdict, facts: verdict === 'approved' ? facts : [] })}
          >
            {t(`words.verdict.${verdict}`)}
          </Button>
        ))}
      </span>
    </li>
  )
}
