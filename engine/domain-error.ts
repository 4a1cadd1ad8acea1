/** Everything that Keynode refuses, named for what is refused. */
export const domainErrorCodes = [
  'DEAL_ALREADY_OPEN',
  'DEAL_CLOSED',
  'DEAL_NOT_FOUND',
  'DEAL_FULL',
  'DEAL_HAS_MODEL',
  'DEAL_LOCKED',
  'DEAL_NOT_LOCKED',
  'LOCK_NOT_YOURS',
  'CHANGE_NOT_TAKEN',
  'NOT_CONFIRMED_YET',
  'STALE_VERSION',
  'FACT_UNKNOWN',
  'FACT_NOT_ASKED',
  'VALUE_MISMATCH',
  'OBSERVATION_NOT_FOUND',
  'OBSERVATION_WITHDRAWN',
  'TASK_NOT_FOUND',
  'TASK_CLOSED',
  'TASK_NOT_YOURS',
  'TASK_OF_MODEL',
  'SUPPORT_REQUEST_NOT_FOUND',
  'SUPPORT_REQUEST_CLOSED',
  'SUPPORT_REQUEST_UNANSWERED',
  'SUPPORT_REQUEST_NOT_YOURS',
  'SUPPORT_REQUEST_HELD',
  'SUPPORT_REQUEST_OF_MODEL',
  'SUPPORT_QUESTION_OPEN',
  'SUPPORT_QUESTION_MISSING',
  'SUPPORT_NOBODY_FREE',
  'AUTHORITY_EXCEEDED',
  'COLLEAGUE_NOT_IN_DEPARTMENT',
  'DEPARTMENT_NOT_FOUND',
  'ABSENCE_NOT_FOUND',
  'HOLIDAYS_UNKNOWN',
  'PERSON_NOT_FOUND',
  'PERSON_REMOVED',
  'DELEGATE_UNKNOWN',
  'LAYER_UNKNOWN',
  'SIGNER_NOT_FOUND',
  'SIGNER_TAKEN_BACK',
  'BATCH_NOT_FOUND',
  'BATCH_CANNOT_BE_UNDONE',
  'OBJECTION_NOT_FOUND',
  'OBJECTION_TYPE_UNKNOWN',
  'OBJECTION_STEP_OUT_OF_ORDER',
  'OBJECTION_SUPERVISOR_IS_IMPLEMENTER',
  'OBJECTION_OUTCOME_NOT_PLANNED',
  'STAGE_UNKNOWN',
  'STAGE_ALREADY_PASSED',
  'ACTION_UNKNOWN',
  'STYLE_UNKNOWN',
  'ROLE_UNKNOWN',
  'REASON_MISSING',
  'MODEL_INVALID',
  'MODEL_HAS_ERRORS',
  'SCENARIOS_BROKEN',
  'CHANGES_DO_NOT_FIT',
  'OWN_CHANGES_CONFLICT',
  'CONFLICTS_OPEN',
  'MODEL_NOT_FOUND',
  'MODEL_NOT_PUBLISHED',
  'VERSION_UNCHANGED',
  'NOTHING_TO_MOVE',
  'MOVE_TOO_OLD',
  'PREVIEW_TOO_OLD',
  'MOVE_ENDED',
  'MOVE_NOT_FOUND',
  'BASE_MODEL_NOT_FOUND',
  'BASE_MODEL_EXISTS',
  'BASE_NOT_PUBLISHED',
  'RESTS_ON_NOTHING',
  'SEGMENT_NOT_FOUND',
  'SEGMENT_EXISTS',
  'TEMPLATE_NOT_FOUND',
  'USER_NOT_FOUND',
  'USER_EXISTS',
  'SEGMENT_IS_FUNNEL',
  'NOT_ALLOWED',
  'NOT_SIGNED_IN',
  'NOT_FOUND',
  'REQUEST_INVALID',
  'IDEMPOTENCY_KEY_REUSED',
  'REQUEST_IN_PROGRESS',
  'FILE_UNREADABLE',
  'FILE_NOT_FOUND',
  'FILE_TYPE_REFUSED',
] as const

export type DomainErrorCode = (typeof domainErrorCodes)[number]

/** Ids and values that say where; plain JSON, so that it crosses REST and Temporal unchanged. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** A request that Keynode refuses. The message says what is wrong, where, and what to do. */
export class DomainError extends Error {
  readonly code: DomainErrorCode
  readonly details: ErrorDetails

  constructor(code: DomainErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}
