import type { TFunction } from 'i18next'
import type { ProcessModel } from '#engine'
import { conditionSentence, tellingOf } from '../map/condition-sentence.ts'
import type { BpmnNames } from './bpmn/bpmn-names.ts'
import type { BpmnTelling } from './bpmn/to-bpmn.ts'

/** What parts without a name are called, in the reader's language. */
export const bpmnNames = (t: TFunction): BpmnNames => ({
  start: t('exchange.drawn.start'),
  end: (outcome) => t(`exchange.drawn.${outcome}`),
  step: t('exchange.drawn.step'),
  decision: t('exchange.drawn.decision'),
  otherwise: t('exchange.drawn.otherwise'),
  handler: t('exchange.drawn.handler'),
  lane: t('exchange.drawn.lane'),
  support: (pool) => t('exchange.drawn.support', { pool }),
  trigger: (kind) => t(`exchange.drawn.trigger.${kind}`, { defaultValue: t('exchange.drawn.trigger.other') }),
})

/** How a drawing is told to who reads it in another tool. */
export function bpmnTelling(model: ProcessModel, t: TFunction, language: string): BpmnTelling {
  const telling = tellingOf(model, t, language)
  const named = (key: 'elements' | 'commitments' | 'actions', parts: readonly { name: string }[]): string =>
    parts.length > 0 ? t(`exchange.telling.${key}`, { names: parts.map(({ name }) => name).join(', ') }) : ''
  return {
    condition: (condition) => conditionSentence(condition, telling),
    end: (outcome) => t(`exchange.drawn.${outcome}`),
    stage: ({ description, elements, commitments, actions, entry, exit }) =>
      [
        description,
        named('elements', elements),
        named('commitments', commitments),
        named('actions', actions),
        entry && t('exchange.telling.entry', { condition: conditionSentence(entry, telling) }),
        exit && t('exchange.telling.exit', { condition: conditionSentence(exit, telling) }),
      ]
        .filter(Boolean)
        .join('\n'),
  }
}
