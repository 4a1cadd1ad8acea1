import type { Check, Rule } from '../finding.ts'
import type { RuleName } from '../sentences.ts'
import { actionBringsUnknown } from './action-brings-unknown.ts'
import { actionDueBeforeAnswer } from './action-due-before-answer.ts'
import { actionDueBeforeSignOff } from './action-due-before-sign-off.ts'
import { actionWithoutEffect } from './action-without-effect.ts'
import { branchGap } from './branch-gap.ts'
import { clockNeverStarts } from './clock-never-starts.ts'
import { clockStartsOnOwnSignature } from './clock-starts-on-own-signature.ts'
import { commitmentLapsesFirst } from './commitment-lapses-first.ts'
import { commitmentRoleMissing } from './commitment-role-missing.ts'
import { commitmentWithoutRole } from './commitment-without-role.ts'
import { conditionAlwaysHolds } from './condition-always-holds.ts'
import { conditionAsksForLayer } from './condition-asks-for-layer.ts'
import { conditionDateInvalid } from './condition-date-invalid.ts'
import { conditionFactUnknown } from './condition-fact-unknown.ts'
import { conditionListMismatch } from './condition-list-mismatch.ts'
import { conditionNeverHolds } from './condition-never-holds.ts'
import { conditionOptionUnknown } from './condition-option-unknown.ts'
import { conditionOrderDependent } from './condition-order-dependent.ts'
import { conditionPartShadowed } from './condition-part-shadowed.ts'
import { conditionPresenceValue } from './condition-presence-value.ts'
import { conditionThresholdUnknown } from './condition-threshold-unknown.ts'
import { conditionUnordered } from './condition-unordered.ts'
import { conditionValueMismatch } from './condition-value-mismatch.ts'
import { cycleWithoutProgress } from './cycle-without-progress.ts'
import { elementNobodyBrings } from './element-nobody-brings.ts'
import { elementRoleMissing } from './element-role-missing.ts'
import { endMissing } from './end-missing.ts'
import { idDuplicate } from './id-duplicate.ts'
import { layerCountTooHigh } from './layer-count-too-high.ts'
import { layerNeverSigned } from './layer-never-signed.ts'
import { layerTurnOfOne } from './layer-turn-of-one.ts'
import { layerWithoutRole } from './layer-without-role.ts'
import { modelWithoutStage } from './model-without-stage.ts'
import { nameDuplicate } from './name-duplicate.ts'
import { refusalWithoutReason } from './refusal-without-reason.ts'
import { requesterWithoutLayerAbove } from './requester-without-layer-above.ts'
import { roleLayerMissing } from './role-layer-missing.ts'
import { roleSpecialistMissing } from './role-specialist-missing.ts'
import { specialistLayerMissing } from './specialist-layer-missing.ts'
import { specialistWithoutRole } from './specialist-without-role.ts'
import { stageContradictsEarlier } from './stage-contradicts-earlier.ts'
import { stageNeverComplete } from './stage-never-complete.ts'
import { stageNeverLeft } from './stage-never-left.ts'
import { stageNeverOpens } from './stage-never-opens.ts'
import { stageUnreachable } from './stage-unreachable.ts'
import { stageWaitsOnLater } from './stage-waits-on-later.ts'
import { startMissing } from './start-missing.ts'
import { styleLeaderCoversNothing } from './style-leader-covers-nothing.ts'
import { styleLeaderMissing } from './style-leader-missing.ts'
import { styleLeaderPromisesNothing } from './style-leader-promises-nothing.ts'
import { supportBringsUnknown } from './support-brings-unknown.ts'
import { supportDepartmentMissing } from './support-department-missing.ts'
import { supportWithoutDepartment } from './support-without-department.ts'
import { supportWithoutDue } from './support-without-due.ts'
import { thresholdDatesUnordered } from './threshold-dates-unordered.ts'
import { thresholdUnused } from './threshold-unused.ts'
import { thresholdWithoutValue } from './threshold-without-value.ts'
import { transitionDuplicate } from './transition-duplicate.ts'
import { transitionLeadsBack } from './transition-leads-back.ts'
import { transitionNeverTaken } from './transition-never-taken.ts'
import { transitionShadowed } from './transition-shadowed.ts'
import { transitionStageMissing } from './transition-stage-missing.ts'
import { transitionToItself } from './transition-to-itself.ts'

/** Every check and how much it weighs, in the order in which findings are told: the way first, then what is on it, then its conditions. */
export const rules: readonly Rule[] = [
  error('model-without-stage', modelWithoutStage),
  error('start-missing', startMissing),
  error('stage-unreachable', stageUnreachable),
  error('stage-never-left', stageNeverLeft),
  error('stage-never-complete', stageNeverComplete),
  error('stage-never-opens', stageNeverOpens),
  error('stage-contradicts-earlier', stageContradictsEarlier),
  error('stage-waits-on-later', stageWaitsOnLater),
  warning('branch-gap', branchGap),
  error('cycle-without-progress', cycleWithoutProgress),
  warning('end-missing', endMissing),
  error('transition-stage-missing', transitionStageMissing),
  error('transition-to-itself', transitionToItself),
  warning('transition-duplicate', transitionDuplicate),
  warning('transition-leads-back', transitionLeadsBack),
  warning('transition-never-taken', transitionNeverTaken),
  warning('transition-shadowed', transitionShadowed),
  error('element-nobody-brings', elementNobodyBrings),
  error('element-role-missing', elementRoleMissing),
  error('commitment-without-role', commitmentWithoutRole),
  error('commitment-role-missing', commitmentRoleMissing),
  error('commitment-lapses-first', commitmentLapsesFirst),
  error('action-brings-unknown', actionBringsUnknown),
  warning('action-without-effect', actionWithoutEffect),
  warning('action-due-before-answer', actionDueBeforeAnswer),
  warning('action-due-before-sign-off', actionDueBeforeSignOff),
  error('support-without-department', supportWithoutDepartment),
  error('support-department-missing', supportDepartmentMissing),
  error('support-without-due', supportWithoutDue),
  error('refusal-without-reason', refusalWithoutReason),
  error('support-brings-unknown', supportBringsUnknown),
  error('layer-without-role', layerWithoutRole),
  error('layer-count-too-high', layerCountTooHigh),
  warning('layer-turn-of-one', layerTurnOfOne),
  error('layer-never-signed', layerNeverSigned),
  warning('requester-without-layer-above', requesterWithoutLayerAbove),
  error('specialist-layer-missing', specialistLayerMissing),
  error('specialist-without-role', specialistWithoutRole),
  error('role-layer-missing', roleLayerMissing),
  error('role-specialist-missing', roleSpecialistMissing),
  error('style-leader-missing', styleLeaderMissing),
  warning('style-leader-covers-nothing', styleLeaderCoversNothing),
  warning('style-leader-promises-nothing', styleLeaderPromisesNothing),
  error('name-duplicate', nameDuplicate),
  error('id-duplicate', idDuplicate),
  error('clock-never-starts', clockNeverStarts),
  warning('clock-starts-on-own-signature', clockStartsOnOwnSignature),
  error('threshold-without-value', thresholdWithoutValue),
  error('threshold-dates-unordered', thresholdDatesUnordered),
  warning('threshold-unused', thresholdUnused),
  error('condition-fact-unknown', conditionFactUnknown),
  error('condition-threshold-unknown', conditionThresholdUnknown),
  error('condition-unordered', conditionUnordered),
  error('condition-list-mismatch', conditionListMismatch),
  error('condition-option-unknown', conditionOptionUnknown),
  error('condition-date-invalid', conditionDateInvalid),
  error('condition-value-mismatch', conditionValueMismatch),
  error('condition-presence-value', conditionPresenceValue),
  error('condition-asks-for-layer', conditionAsksForLayer),
  error('condition-never-holds', conditionNeverHolds),
  warning('condition-always-holds', conditionAlwaysHolds),
  warning('condition-part-shadowed', conditionPartShadowed),
  warning('condition-order-dependent', conditionOrderDependent),
]

function error<Name extends RuleName>(name: Name, check: Check<Name>) {
  return { name, severity: 'error' as const, check }
}

function warning<Name extends RuleName>(name: Name, check: Check<Name>) {
  return { name, severity: 'warning' as const, check }
}
