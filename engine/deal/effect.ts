/** What a step asks the outside to do or to tell. The state already says it; an effect says that it is new. */
export type Effect =
  | { kind: 'open-stage'; stage: string }
  | { kind: 'complete-stage'; stage: string }
  | { kind: 'reopen-stage'; stage: string }
  | { kind: 'open-layer'; layer: string }
  | { kind: 'sign-layer'; layer: string }
  | { kind: 'reopen-layer'; layer: string }
  | { kind: 'open-task'; task: string }
  | { kind: 'close-task'; task: string }
  | { kind: 'request-support'; request: string }
  | { kind: 'route-support'; request: string }
  | { kind: 'cancel-support'; request: string }
  | { kind: 'remind'; request: string }
  | { kind: 'escalate'; what: 'task' | 'support-request' | 'objection'; id: string; to?: 'leads' | 'process-owner' }
  | { kind: 'notify'; about: 'goal-reached' | 'support-answered' | 'objection-raised' | 'deviated'; id: string }
  | { kind: 'notify'; about: 'support-refused' | 'objection-assigned'; id: string }
  | { kind: 'notify'; about: 'deal-locked' | 'deal-unlocked' | 'company-requested'; id: string }
  | { kind: 'notify'; about: 'support-asked-back' | 'support-question-answered' | 'support-handed-over'; id: string }
  | { kind: 'notify'; about: 'model-moved' | 'model-move-undone'; id: string }
