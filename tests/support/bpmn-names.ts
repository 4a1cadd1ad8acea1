import type { BpmnNames } from '../../designer/exchange/bpmn/bpmn-names.ts'
import type { BpmnTelling } from '../../designer/exchange/bpmn/to-bpmn.ts'

export const bpmnNames: BpmnNames = {
  start: 'Start',
  end: (outcome) => (outcome === 'won' ? 'Won' : 'Lost'),
  step: 'Step',
  decision: 'Decision',
  otherwise: 'otherwise',
  handler: 'Handler',
  lane: 'Lane',
  support: (pool) => `Message to ${pool}`,
  trigger: (kind) => kind ?? 'Event',
}

export const bpmnTelling: BpmnTelling = {
  condition: (condition) => JSON.stringify(condition),
  stage: ({ elements }) => elements.map(({ name }) => name).join('\n'),
  end: bpmnNames.end,
}
