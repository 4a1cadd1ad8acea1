import { useTranslation } from 'react-i18next'
import type { Answer, ValueType } from '#engine'
import { useShownFact } from '../deals/use-shown-fact.ts'

type Of = { fact: string; type: ValueType; currency: string }

/** How a value with its evidence reads. */
export function useShownAnswer(): (of: Of, answer: NonNullable<Answer> | null) => string {
  const { t } = useTranslation()
  const show = useShownFact()
  return ({ fact, type, currency }, answer) =>
    answer === null
      ? t('reviews.sheet.unknown')
      : `${show(fact, type, answer.value, currency)} (${t(`words.grade.${answer.grade}`)})`
}
