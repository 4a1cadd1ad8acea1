import { useTranslation } from 'react-i18next'
import { type PlayedFact, type PlayStep, supportTriggersOf, unreachable } from '#engine'
import { useShownValue } from '../ui/use-shown-value.ts'
import { usePlaying } from './play-context.ts'

/** A step of a play as a sentence in the reader's language. */
export function useStepWords(): (step: PlayStep) => string {
  const { t } = useTranslation()
  const { model, names } = usePlaying()
  const show = useShownValue()
  const tell = ({ fact, value }: PlayedFact) => {
    const type = names.fact(fact)?.value
    return t('tryout.said', {
      fact: names.label(fact),
      value: type ? show(type, value, model.currency) : String(value),
    })
  }
  return (step) => {
    switch (step.kind) {
      case 'learn':
        return t('tryout.step.learn', { facts: step.facts.map(tell).join(t('tryout.and')) })
      case 'withdraw':
        return t('tryout.step.withdraw', { fact: names.label(step.fact) })
      case 'do':
        return t('tryout.step.do', { action: names.action(step.action) })
      case 'answer':
        return t('tryout.step.answer', {
          support: supportTriggersOf(model).find(({ id }) => id === step.trigger)?.name ?? step.trigger,
          verdict: t(`words.verdict.${step.verdict}`),
        })
      case 'object':
        return t('tryout.step.object', { type: names.objectionType(step.type) })
      case 'settle':
        return t('tryout.step.settle', { type: names.objectionType(step.type) })
      case 'choose-style':
        return t('tryout.step.style', { style: names.style(step.style) })
      case 'skip':
        return t('tryout.step.skip', { stage: names.stage(step.stage) })
      case 'wait':
        return t('tryout.step.wait', { time: t(`tryout.time.${step.for.unit}`, { count: step.for.amount }) })
      default:
        return unreachable(step)
    }
  }
}
