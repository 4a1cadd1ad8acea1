import { useTranslation } from 'react-i18next'
import type { Scalar, ValueType } from '#engine'
import { useShownValue } from '../ui/use-shown-value.ts'
import { plainTypeOf } from './asks.ts'
import { markOf } from './Mark.tsx'

/** How the value of a fact reads: a commitment is given or not; what the model does not know reads by what it is. */
export function useShownFact(): (fact: string, type: ValueType | undefined, value: Scalar, currency: string) => string {
  const { t } = useTranslation()
  const show = useShownValue()
  return (fact, type, value, currency) => {
    if (markOf(fact) === 'commitment') return t(value === true ? 'deals.record.given' : 'deals.record.notGiven')
    return show(type ?? plainTypeOf(value), value, currency)
  }
}
