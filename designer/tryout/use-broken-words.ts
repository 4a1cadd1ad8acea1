import { useTranslation } from 'react-i18next'
import { type Broken, supportTriggersOf } from '#engine'
import { namesIn } from '../deals/names.ts'
import { useModel } from '../editing/drawing-store.ts'

/** What broke a scenario, as a sentence in the reader's language. */
export function useBrokenWords(): (broken: Broken) => string {
  const { t } = useTranslation()
  const model = useModel()
  const names = namesIn(model)
  return (broken) => {
    switch (broken.kind) {
      case 'step':
        return t('tryout.broken.step', { step: broken.step, reason: broken.reason })
      case 'stage':
        return t('tryout.broken.stage', {
          stage: names.stage(broken.id),
          expected: t(`words.stageStatus.${broken.expected}`),
          actual: t(`words.stageStatus.${broken.actual}`, { defaultValue: t('tryout.broken.gone') }),
        })
      case 'action':
        return t(broken.actual ? 'tryout.broken.owed' : 'tryout.broken.notOwed', { name: names.action(broken.id) })
      case 'support':
        return t(broken.actual ? 'tryout.broken.asked' : 'tryout.broken.notAsked', {
          name: supportTriggersOf(model).find(({ id }) => id === broken.id)?.name ?? broken.id,
        })
    }
  }
}
