import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fact, FactOrigin } from '#engine'
import type { DepartmentRouting } from '../../api/routing/contract.ts'
import type { Telling } from '../map/condition-sentence.ts'

type Known = DepartmentRouting['facts'][number]

/** What rules can ask about, as the condition builder takes it. Amounts bear no currency: each deal has its own. */
export function useRoutingTelling({ facts, names }: DepartmentRouting): Telling {
  const { t, i18n } = useTranslation()
  return useMemo(
    () => ({
      t,
      language: i18n.language,
      currency: '',
      facts: new Map(facts.map((known) => [known.name, asFact(known)])),
      options: new Map(Object.entries(names)),
    }),
    [t, i18n.language, facts, names],
  )
}

const asFact = ({ name, label, value, of }: Known): Fact => ({
  name,
  label,
  // An amount of no known currency is told as the number that it is.
  value: value.kind === 'money' ? { kind: 'number' } : value,
  origin: originOf(name, of),
})

function originOf(name: string, of: Known['of']): FactOrigin {
  const id = name.slice(name.indexOf('.') + 1)
  switch (of) {
    case 'deal':
      return { kind: 'deal' }
    case 'element':
      return { kind: 'element', id, stage: '' }
    case 'commitment':
      return { kind: 'commitment', id, stage: '', role: undefined }
    default:
      return { kind: 'attribute', id }
  }
}
