import { catalogueOf } from '../facts/catalogue.ts'
import { factName } from '../facts/fact.ts'
import { type Condition, testsIn } from '../model/condition.ts'
import type { DecisionChain } from '../model/decision-chain.ts'
import { durationMs } from '../model/duration.ts'
import type { ProcessModel } from '../model/process-model.ts'
import type { SupportTrigger } from '../model/support.ts'
import { gradeRank } from '../model/value-type.ts'
import { factSources } from './fact-sources.ts'
import { fingerprint } from './fingerprint.ts'
import { lastingPart, lowerCondition, negate } from './lower-condition.ts'
import type { GuardedBy, Plan, PlannedLayer, PlannedStage, PlannedStyle, PlannedTrigger, Step } from './plan.ts'
import { stageCriterion } from './stage-criterion.ts'
import { atStep, numbersIn, thresholdsIn } from './thresholds.ts'

type Rules = Record<string, Condition>

/** Compiles a drawing to the data that deals run on. Pure. The model is taken as checked: errors in it are not found here. */
export function compileModel(model: ProcessModel): Plan {
  const chainRules: Rules = {}
  const rules: Rules = {}
  const content = {
    formatVersion: 1 as const,
    name: model.name,
    currency: model.currency,
    observable: observableFacts(model),
    sources: factSources(model),
    stages: model.stages.map((stage) => planStage(model, stage, rules)),
    layers: planLayers(model.chain, chainRules),
    commitmentsOf: commitmentsByRole(model),
    ...lapsesIn(model),
    styles: planStyles(model.chain, rules),
    ...(model.chain.policies && { policies: model.chain.policies }),
    objectionTypes: model.objectionTypes.map((type) => ({
      ...type,
      support: planTriggers(type.support, rules, { kind: 'objection-type', id: type.id }),
    })),
    chainRules,
    rules,
    ages: agesIn(model, [...Object.values(chainRules), ...Object.values(rules)]),
    ...thresholdsIn(model, [...Object.values(chainRules), ...Object.values(rules)]),
  }
  return { ...content, hash: fingerprint(content) }
}

function observableFacts(model: ProcessModel): Plan['observable'] {
  const observed = catalogueOf(model).filter(({ origin }) =>
    ['attribute', 'element', 'commitment'].includes(origin.kind),
  )
  return Object.fromEntries(observed.map((fact) => [fact.name, fact.value]))
}

function planStage(model: ProcessModel, stage: ProcessModel['stages'][number], rules: Rules): PlannedStage {
  const step: Step = { kind: 'stage', id: stage.id }
  const criterion = atStep(lowerCondition(stageCriterion(stage)), step)
  const incoming = model.transitions.filter((transition) => transition.to === stage.id)
  return {
    id: stage.id,
    name: stage.name,
    start: incoming.length === 0,
    join: stage.join,
    incoming: incoming.map(({ id, from, condition }) => ({
      from,
      ...(condition && { rule: guard(rules, `transition.${id}`, condition, { kind: 'stage', id: from }) }),
    })),
    ...(stage.entry && { entry: guard(rules, `stage.${stage.id}.entry`, stage.entry, step) }),
    exit: addRule(rules, `stage.${stage.id}.exit`, criterion),
    kept: addRule(rules, `stage.${stage.id}.kept`, lastingPart(criterion)),
    actions: stage.actions,
    support: planTriggers(stage.support, rules, step),
    ...(stage.end && { end: stage.end }),
  }
}

function planTriggers(triggers: SupportTrigger[], rules: Rules, step: Step): PlannedTrigger[] {
  const add = (id: string, condition: Condition) => addRule(rules, id, atStep(lowerCondition(condition), step))
  return triggers.map(({ when, refusesWhen, ...trigger }) => ({
    ...trigger,
    ...(when && { rule: add(`support.${trigger.id}`, when) }),
    ...(refusesWhen && { refusesRule: add(`support.${trigger.id}.refuses`, refusesWhen) }),
  }))
}

function planLayers(chain: DecisionChain, rules: Rules): PlannedLayer[] {
  const need = (step: { kind: 'layer' | 'specialist'; id: string }, when: Condition | undefined) =>
    when && {
      needed: addRule(rules, `${step.kind}.${step.id}.needed`, atStep(lowerCondition(when), step)),
      notNeeded: addRule(rules, `${step.kind}.${step.id}.not-needed`, atStep(negate(when), step)),
    }
  return chain.layers.map((layer) => ({
    id: layer.id,
    rule: layer.rule,
    roles: chain.roles.filter((role) => role.layer === layer.id).map((role) => role.id),
    ...need({ kind: 'layer', id: layer.id }, layer.when),
    specialists: chain.specialists
      .filter((specialist) => specialist.layer === layer.id)
      .map((specialist) => ({
        id: specialist.id,
        roles: chain.roles.filter((role) => role.specialist === specialist.id).map((role) => role.id),
        ...need({ kind: 'specialist', id: specialist.id }, specialist.when),
      })),
  }))
}

function planStyles(chain: DecisionChain, rules: Rules): PlannedStyle[] {
  return chain.styles.map(({ suggestedWhen, ...style }) => {
    const suggests = suggestedWhen && atStep(lowerCondition(suggestedWhen), { kind: 'deal' })
    return { ...style, ...(suggests && { suggested: addRule(rules, `style.${style.id}.suggested`, suggests) }) }
  })
}

function commitmentsByRole(model: ProcessModel): Plan['commitmentsOf'] {
  const commitments = model.stages.flatMap((stage) => stage.commitments)
  return Object.fromEntries(
    model.chain.roles.map((role) => [
      role.id,
      commitments
        .filter((commitment) => commitment.role === role.id)
        .map(({ id, grade }) => ({ fact: factName.commitment(id), grade: gradeRank(grade) })),
    ]),
  )
}

function lapsesIn(model: ProcessModel): Pick<Plan, 'lapses'> {
  const lapses = model.stages
    .flatMap(({ commitments }) => commitments)
    .flatMap(({ id, validity }) => (validity ? [[factName.commitment(id), durationMs(validity)] as const] : []))
  return lapses.length > 0 ? { lapses: Object.fromEntries(lapses) } : {}
}

function agesIn(model: ProcessModel, conditions: Condition[]): Plan['ages'] {
  const ages = conditions
    .flatMap(testsIn)
    .filter((test) => test.fact.startsWith('days-since.'))
    .flatMap((test) =>
      numbersIn(model, test)
        .flatMap((days) => [days, days + 1])
        .map((days) => ({ fact: test.fact.slice('days-since.'.length), days })),
    )
  return [...new Map(ages.map((age) => [`${age.fact} ${age.days}`, age])).values()]
}

function guard(rules: Rules, id: string, condition: Condition, step: Step): GuardedBy {
  const lowered = atStep(lowerCondition(condition), step)
  return { now: addRule(rules, id, lowered), kept: addRule(rules, `${id}.kept`, lastingPart(lowered)) }
}

function addRule(rules: Rules, id: string, condition: Condition): string {
  rules[id] = condition
  return id
}
