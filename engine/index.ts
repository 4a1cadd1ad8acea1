export type { Calendars } from './calendar/due.ts'
export {
  type DepartmentCalendar,
  departmentCalendarSchema,
  timeZoneSchema,
  type WorkingCalendar,
} from './calendar/working-calendar.ts'
export { workingTimeBetween } from './calendar/working-time.ts'
export { canonicalJson } from './canonical-json.ts'
export { checkModel } from './check/check-model.ts'
export { type Finding, findingSchema, type Place, placeSchema } from './check/finding.ts'
export { nameKey } from './check/name-key.ts'
export { type OrderDependence, orderDependence } from './check/order-dependence.ts'
export { type Part, partsOf } from './check/parts-of.ts'
export { type RuleName, sentences as findingSentences } from './check/sentences.ts'
export { applyChanges } from './compare/apply-changes.ts'
export { type Change, changeSchema, isLayout } from './compare/change.ts'
export { type Conflict, conflictSchema, resolve, type Side, sideSchema } from './compare/conflict.ts'
export { diffModels } from './compare/diff-models.ts'
export { inverseOf } from './compare/inverse-of.ts'
export { type Merge, mergeModels } from './compare/merge-models.ts'
export { type Overlay, overlayOf, overlaySchema, withOverlay } from './compare/overlay.ts'
export { sentenceOf } from './compare/sentence-of.ts'
export { type Account, accountSchema, settle, type TakeOver, takeOver } from './compare/take-over.ts'
export { type ChangeTexts, changeTexts } from './compare/texts.ts'
export { compileModel } from './compile/compile.ts'
export { type FactSource, isFreeForm, type Plan, type PlannedStage, type PlannedTrigger } from './compile/plan.ts'
export {
  type FileFault,
  modelFileJsonSchema,
  modelFileSchemaPath,
  readModelFile,
  writeModelFile,
} from './exchange/model-file.ts'
export { plainIssues } from './exchange/plain-issues.ts'
export { deepest, whyUnreadable } from './exchange/why-unreadable.ts'
export { type ChainOutlook, chainOutlook, chainOutlookSchema, type PastWaits } from './explain/chain-outlook.ts'
export { type ChainRisks, chainRisks, chainRisksSchema } from './explain/chain-risks.ts'
export { type LadderSigner, ladder, type Rung, rungSchema } from './explain/ladder.ts'
export { leftToBring } from './explain/left-to-bring.ts'
export { type NextBestPerson, nextBestPerson, nextBestPersonSchema } from './explain/next-best-person.ts'
export type { Reading } from './explain/read-condition.ts'
export { readStage, type StageReading } from './explain/read-stage.ts'
export { type SuggestedStyle, suggestedStyleSchema, suggestedStyles } from './explain/suggested-styles.ts'
export { type MissingFact, type WhyNotYet, whyNotYet, whyNotYetSchema } from './explain/why-not-yet.ts'
export { catalogueOf, supportTriggersOf } from './facts/catalogue.ts'
export { type Fact, type FactOrigin, factName, idOfThreshold, type KnownFacts, wordsOfNoted } from './facts/fact.ts'
export { fits } from './facts/fits.ts'
export { type Funnel, funnelOfStored, funnelSchema, tagSchema, usualFunnel } from './funnel/funnel.ts'
export { knownOnDeal } from './funnel/known-on-deal.ts'
export { idOfField, type KnownLead, leadCatalogue, leadFactName, leadFacts, tagOf } from './funnel/lead-facts.ts'
export { freeForm } from './library/free-form.ts'
export {
  type DepartmentLoad,
  type DepartmentStanding,
  type DueIn,
  departmentLoad,
  departmentStandingSchema,
} from './load/department-load.ts'
export { weeksFrom } from './load/weeks.ts'
export { type Supposed, suppose } from './load/what-if.ts'
export {
  type Condition,
  conditionSchema,
  isTest,
  type Operator,
  operators,
  type Scalar,
  scalarSchema,
  type Test,
  testsIn,
  thresholdOf,
  valuesNamed,
  withTests,
} from './model/condition.ts'
export type { BuyingRole, DecisionChain, Layer, SignOffRule, Specialist, Style } from './model/decision-chain.ts'
export { buyingRoleKinds, type ChainPolicies, chainPoliciesSchema, usualPolicies } from './model/decision-chain.ts'
export { type Duration, durationMs } from './model/duration.ts'
export { type Note, noteTitle, type Position, type Route } from './model/note.ts'
export {
  type ObjectionOutcome,
  type ObjectionType,
  objectionKinds,
  objectionTypeSchema,
  outcomeOf,
  outcomes,
  type Strategy,
  strategies,
  strategySchema,
} from './model/objection-type.ts'
export {
  type Attribute,
  emptyModel,
  modelFormatVersion,
  type ProcessModel,
  type ProcessModelDraft,
  processModelSchema,
} from './model/process-model.ts'
export { type PlayedFact, type PlayStep, playStepSchema, type Scenario, scenarioSchema } from './model/scenario.ts'
export {
  type Action,
  type Commitment,
  type Element,
  elementSchema,
  type Stage,
  type Transition,
} from './model/stage.ts'
export { type Department, departmentSchema, type SupportTrigger, type Verdict, verdicts } from './model/support.ts'
export type { Threshold } from './model/threshold.ts'
export { type Grade, gradeRank, gradeSchema, grades, type ValueType, valueTypeSchema } from './model/value-type.ts'
export {
  choicesFrom,
  digestHoursSchema,
  mailTimes,
  type NoticeChoice,
  type NoticeChoices,
  noticeChoicesSchema,
  usualDigest,
} from './notices/choices.ts'
export { leadOf, pathOf } from './notices/lead-of.ts'
export { nextDigest } from './notices/next-digest.ts'
export { kindsOf, type NoticeKind, type NoticeTopic, noticeTopics, topicOf } from './notices/topic.ts'
export { noticeSentences } from './notices/words/en.ts'
export { noticeSentences as noticeSentencesInChinese } from './notices/words/zh-hant.ts'
export { counterexampleTo, hasCounterexample } from './play/counterexample.ts'
export { leapOf } from './play/leap-of.ts'
export { play, type Snapshot } from './play/play.ts'
export { type Happened, type RecordedPlay, recordedPlay } from './play/recorded-play.ts'
export { type Broken, runScenarios, scenarioOf } from './play/run-scenario.ts'
export { type AskedFact, askedFacts, type Known, knownOf } from './review/asked-facts.ts'
export { type ChangedSince, changedSince, changedSinceSchema } from './review/changed-since.ts'
export { type Answer, compareAnswer, isSameAnswer } from './review/compare-answer.ts'
export { type Asked, mayTake } from './routing/authority.ts'
export { type DealPlace, requestFacts, routingCatalogue } from './routing/request-facts.ts'
export {
  type Grant,
  grantSchema,
  noRouting,
  type Routing,
  type RoutingRule,
  routingSchema,
  type WayOfGiving,
} from './routing/routing.ts'
export { ruleFor } from './routing/rule-for.ts'
export { type Adapted, adaptModel, carryOwn, type MoveTarget, moveTo } from './run/adapt-model.ts'
export { advance, judge, type Step } from './run/advance.ts'
export { clocksOf } from './run/clocks.ts'
export { type Impact, impactKinds, impactOf, impactSchema } from './run/impact-of.ts'
export { type Standing, standingFacts } from './run/known-facts.ts'
export { type HasLapsed, lapsedBy } from './run/lapse.ts'
export { type SupportHours, supportHours } from './run/support-hours.ts'
export { unreachable } from './unreachable.ts'
export { type ProductWords, productWords } from './words/en.ts'
export { productWords as productWordsInChinese } from './words/zh-hant.ts'
