import { useTranslation } from 'react-i18next'
import { type Change, type ChangeTexts, changeTexts, type ProcessModel, sentenceOf } from '#engine'

/** Tells a change of a drawing in the language of the screen. */
export function useChangeSentence(): (
  change: Change,
  drawings: { before: ProcessModel; after: ProcessModel },
) => string {
  const { i18n } = useTranslation()
  // The sentences fill their own gaps, so they are taken as they are written.
  const texts: ChangeTexts = i18n.getResource(i18n.language, 'translation', 'changes') ?? changeTexts
  return (change, drawings) => sentenceOf(change, drawings, texts)
}
