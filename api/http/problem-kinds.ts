import type { DomainErrorCode } from '#engine/deal'

/** What the HTTP layer itself refuses or fails at, beside what the product refuses. */
export type HttpCode =
  | 'METHOD_NOT_ALLOWED'
  | 'CONTENT_TYPE_UNSUPPORTED'
  | 'REQUEST_TOO_LARGE'
  | 'TOO_MANY_SIGN_INS'
  | 'CONFLICT'
  | 'SERVICE_UNAVAILABLE'
  | 'UNEXPECTED'
export type ProblemCode = DomainErrorCode | HttpCode

type Kind = { status: number; title: string }

/** Every problem's HTTP status and what it is, in a sentence. `type` of a problem points to the page made of this. */
export const problemKinds: Record<ProblemCode, Kind> = {
  REQUEST_INVALID: { status: 400, title: 'The request is not of the form that the API document describes' },
  MODEL_INVALID: { status: 400, title: 'The process model is not of the form that the API document describes' },
  NOT_SIGNED_IN: { status: 401, title: 'Nobody is signed in, or the session has ended' },
  NOT_ALLOWED: { status: 403, title: 'It takes another role' },
  TASK_NOT_YOURS: { status: 403, title: 'The task is somebody else’s' },
  SUPPORT_REQUEST_NOT_YOURS: { status: 403, title: 'The support request is for another department' },
  LOCK_NOT_YOURS: { status: 403, title: 'It is for another department to lock or unlock' },
  AUTHORITY_EXCEEDED: { status: 403, title: 'It is above what they may take or answer' },
  OBJECTION_SUPERVISOR_IS_IMPLEMENTER: { status: 403, title: 'Who implemented the plan cannot supervise it' },
  NOT_FOUND: { status: 404, title: 'There is no such address' },
  DEAL_NOT_FOUND: { status: 404, title: 'There is no such deal among those you work with' },
  OBSERVATION_NOT_FOUND: { status: 404, title: 'The deal has no such observation' },
  TASK_NOT_FOUND: { status: 404, title: 'The deal has no such task' },
  SUPPORT_REQUEST_NOT_FOUND: { status: 404, title: 'There is no such support request to your departments' },
  PERSON_NOT_FOUND: { status: 404, title: 'The deal has no such person of the customer’s' },
  OBJECTION_NOT_FOUND: { status: 404, title: 'The deal has no such objection' },
  MODEL_NOT_FOUND: { status: 404, title: 'There is no such model or version' },
  MOVE_NOT_FOUND: { status: 404, title: 'There is no such move in this segment' },
  SEGMENT_NOT_FOUND: { status: 404, title: 'There is no such segment' },
  TEMPLATE_NOT_FOUND: { status: 404, title: 'There is no such model in the library' },
  DEPARTMENT_NOT_FOUND: { status: 404, title: 'There is no such department among those you work with' },
  ABSENCE_NOT_FOUND: { status: 404, title: 'There is no such absence' },
  USER_NOT_FOUND: { status: 404, title: 'There is no such user' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'The address takes other methods; see the Allow header' },
  CONFLICT: { status: 409, title: 'Somebody else wrote the same thing at the same moment' },
  STALE_VERSION: { status: 409, title: 'It was changed since you read it' },
  OWN_CHANGES_CONFLICT: { status: 409, title: 'What the deal does otherwise contradicts the version' },
  CHANGES_DO_NOT_FIT: { status: 409, title: 'The changes were made on another drawing' },
  DEAL_CLOSED: { status: 409, title: 'The deal is closed' },
  DEAL_LOCKED: { status: 409, title: 'A department has locked the deal' },
  DEAL_NOT_LOCKED: { status: 409, title: 'The department has not locked the deal' },
  DEAL_ALREADY_OPEN: { status: 409, title: 'The deal is open already' },
  DEAL_FULL: { status: 409, title: 'The deal holds as much as one deal can' },
  OBSERVATION_WITHDRAWN: { status: 409, title: 'The observation was withdrawn before' },
  TASK_CLOSED: { status: 409, title: 'The task is closed' },
  SUPPORT_REQUEST_CLOSED: { status: 409, title: 'The support request is closed' },
  SUPPORT_REQUEST_HELD: { status: 409, title: 'The support request is in somebody’s hands already' },
  SUPPORT_NOBODY_FREE: { status: 409, title: 'Nobody of the department can take the support request now' },
  SUPPORT_QUESTION_OPEN: { status: 409, title: 'The seller has a question to answer first' },
  SUPPORT_QUESTION_MISSING: { status: 409, title: 'No question on the support request waits for an answer' },
  SUPPORT_REQUEST_UNANSWERED: { status: 409, title: 'The support request has no answer that stands' },
  PERSON_REMOVED: { status: 409, title: 'The person no longer takes part in the deal' },
  OBJECTION_STEP_OUT_OF_ORDER: { status: 409, title: 'The objection is at another point of its life' },
  OBJECTION_OUTCOME_NOT_PLANNED: { status: 409, title: 'The plan leads to another outcome' },
  STAGE_ALREADY_PASSED: { status: 409, title: 'The stage is passed already' },
  MODEL_NOT_PUBLISHED: { status: 409, title: 'The segment has no published model yet' },
  MOVE_ENDED: { status: 409, title: 'The move is through already' },
  MOVE_TOO_OLD: { status: 409, title: 'The move can no longer be undone' },
  PREVIEW_TOO_OLD: { status: 409, title: 'The preview is too old to act on' },
  NOTHING_TO_MOVE: { status: 409, title: 'No running deal is left to move' },
  VERSION_UNCHANGED: { status: 409, title: 'The deal runs on that version already' },
  SEGMENT_EXISTS: { status: 409, title: 'A segment of that name exists' },
  SEGMENT_IS_FUNNEL: { status: 409, title: 'The segment is worked as a funnel and has no model' },
  USER_EXISTS: { status: 409, title: 'A user with that address exists' },
  REQUEST_IN_PROGRESS: { status: 409, title: 'This very request is still being worked' },
  REQUEST_TOO_LARGE: { status: 413, title: 'The request is too large' },
  CONTENT_TYPE_UNSUPPORTED: { status: 415, title: 'The body has to be JSON' },
  FACT_UNKNOWN: { status: 422, title: 'The model has no such fact' },
  COLLEAGUE_NOT_IN_DEPARTMENT: { status: 422, title: 'Who is to have the request is no member of its department' },
  HOLIDAYS_UNKNOWN: { status: 422, title: 'No public holidays are known for that country or state' },
  FACT_NOT_ASKED: { status: 422, title: 'The request does not ask for that fact' },
  VALUE_MISMATCH: { status: 422, title: 'The value is not of the fact’s type' },
  STAGE_UNKNOWN: { status: 422, title: 'The model has no such stage' },
  ACTION_UNKNOWN: { status: 422, title: 'The model has no such action' },
  STYLE_UNKNOWN: { status: 422, title: 'The model has no such style' },
  ROLE_UNKNOWN: { status: 422, title: 'The model has no such buying role' },
  OBJECTION_TYPE_UNKNOWN: { status: 422, title: 'The model has no such objection type' },
  REASON_MISSING: { status: 422, title: 'It takes a reason' },
  MODEL_HAS_ERRORS: { status: 422, title: 'The drawing has errors and cannot be published' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'The Idempotency-Key was used for another request' },
  FILE_UNREADABLE: { status: 422, title: 'The file cannot be read' },
  TOO_MANY_SIGN_INS: { status: 429, title: 'Too many failed sign-ins' },
  UNEXPECTED: { status: 500, title: 'Keynode failed in a way it should not' },
  CHANGE_NOT_TAKEN: { status: 503, title: 'The deal could not take the change' },
  NOT_CONFIRMED_YET: { status: 503, title: 'The deal has not confirmed the change yet; ask again with the same key' },
  SERVICE_UNAVAILABLE: { status: 503, title: 'A part that Keynode needs is out of reach' },
}
