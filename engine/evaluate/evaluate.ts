import { Engine, type TopLevelCondition } from 'json-rules-engine'
import type { KnownFacts } from '../facts/fact.ts'
import { type Condition, testsIn, thresholdOf } from '../model/condition.ts'

/** Ids of the rules that hold. What rests on an unknown fact does not hold. */
export type Held = ReadonlySet<string>

/** Whether a rule holds on the known facts. What rests on an unknown fact does not hold. */
export type Holds = (rule: string) => Promise<boolean>

/** One condition, the facts that it names, and its answers so far by the values of those. */
type Question = { condition: Condition; facts: string[]; answers: Map<string, boolean> }
type Questions = { byRule: Map<string, Question>; byText: Map<string, Question> }

const questionsOf = new WeakMap<Record<string, Condition>, Questions>()
/** Answers kept for one condition, far more than a process meets; beyond them it begins anew. */
const mostAnswers = 1000

/**
 * A judge of a plan's rules on the known facts, that asks json-rules-engine about those that it is asked about, and no other.
 * A condition's answer follows from the facts that it names and from nothing else: so it is asked once for the same values,
 * and rules that say the same are asked as one.
 */
export function judgeOf(rules: Record<string, Condition>, facts: KnownFacts): Holds {
  const questions = questionsFor(rules)
  return async (rule) => {
    const question = questions.byRule.get(rule) ?? newQuestion(questions, rules, rule)
    const values = question.facts.map((fact) => JSON.stringify(facts[fact]) ?? '').join('\n')
    return question.answers.get(values) ?? (await ask(question, facts, values))
  }
}

/** Which of all these rules hold on the known facts. */
export const evaluate = (rules: Record<string, Condition>, facts: KnownFacts): Promise<Held> =>
  heldOf(Object.keys(rules), judgeOf(rules, facts))

/** Which of some rules hold. */
export async function heldOf(rules: string[], holds: Holds): Promise<Held> {
  const held = new Set<string>()
  for (const rule of rules) if (await holds(rule)) held.add(rule)
  return held
}

async function ask(question: Question, facts: KnownFacts, values: string): Promise<boolean> {
  const { facts: named, answers } = question
  const known = named.filter((fact) => facts[fact] !== undefined)
  const { events } = await engineFor(question).run(Object.fromEntries(known.map((fact) => [fact, facts[fact]])))
  const holds = events.length > 0
  if (answers.size >= mostAnswers) answers.clear()
  answers.set(values, holds)
  return holds
}

function questionsFor(rules: Record<string, Condition>): Questions {
  const begun = questionsOf.get(rules)
  if (begun) return begun
  const questions: Questions = { byRule: new Map(), byText: new Map() }
  questionsOf.set(rules, questions)
  return questions
}

function newQuestion({ byRule, byText }: Questions, rules: Record<string, Condition>, rule: string): Question {
  const condition = rules[rule]
  if (!condition) throw new Error(`the plan has no rule ${rule}`)
  const text = JSON.stringify(condition)
  const question = byText.get(text) ?? questionOf(condition)
  byText.set(text, question)
  byRule.set(rule, question)
  return question
}

const questionOf = (condition: Condition): Question => ({ condition, facts: factsIn(condition), answers: new Map() })

/** One for each asking: the library ends what an engine is still judging when another run of it comes to its end. */
function engineFor({ condition }: Question): Engine {
  const engine = new Engine([{ conditions: topLevel(condition), event: { type: 'holds' } }], {
    allowUndefinedFacts: true,
  })
  engine.addOperator('isKnown', (value: unknown) => value !== undefined)
  engine.addOperator('isUnknown', (value: unknown) => value === undefined)
  // To the library undefined is equal to itself, and unequal to all else; to Keynode the unknown is neither.
  const areKnown = (value: unknown, other: unknown) => value !== undefined && other !== undefined
  engine.addOperator('equal', (value: unknown, other: unknown) => areKnown(value, other) && value === other)
  engine.addOperator('notEqual', (value: unknown, other: unknown) => areKnown(value, other) && value !== other)
  engine.addOperator(
    'notIn',
    (value: unknown, others: unknown) => value !== undefined && Array.isArray(others) && !others.includes(value),
  )
  return engine
}

/** The facts that a condition's answer follows from, each once. */
export const factsIn = (condition: Condition): string[] => [
  ...new Set(testsIn(condition).flatMap((test) => [test.fact, thresholdOf(test) ?? []].flat())),
]

/** json-rules-engine asks for a group at the top. */
const topLevel = (condition: Condition): TopLevelCondition =>
  ('fact' in condition ? { all: [condition] } : condition) as TopLevelCondition
