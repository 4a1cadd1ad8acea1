import { Engine, type TopLevelCondition } from 'json-rules-engine'
import type { KnownFacts } from '../facts/fact.ts'
import { type Condition, testsIn } from '../model/condition.ts'

/** Ids of the rules that hold. What rests on an unknown fact does not hold. */
export type Held = ReadonlySet<string>

/** One condition, the rules that it is of, the facts that it names, and its answers so far by the values of those. */
type Question = { engine: Engine; rules: string[]; facts: string[]; answers: Map<string, boolean> }

const questionsOf = new WeakMap<Record<string, Condition>, Question[]>()
/** Answers kept for one condition, far more than a process meets; beyond them it begins anew. */
const mostAnswers = 1000

/**
 * Asks json-rules-engine which of a plan's rules hold on the known facts. A condition's answer follows from the facts that
 * it names and from nothing else: so it is asked once for the same values, and rules that say the same are asked as one.
 */
export async function evaluate(rules: Record<string, Condition>, facts: KnownFacts): Promise<Held> {
  const held = new Set<string>()
  for (const question of questionsFor(rules)) {
    const values = question.facts.map((fact) => JSON.stringify(facts[fact]) ?? '').join('\n')
    const holds = question.answers.get(values) ?? (await ask(question, facts, values))
    if (holds) for (const rule of question.rules) held.add(rule)
  }
  return held
}

async function ask({ engine, facts: named, answers }: Question, facts: KnownFacts, values: string): Promise<boolean> {
  const known = named.filter((fact) => facts[fact] !== undefined)
  const { events } = await engine.run(Object.fromEntries(known.map((fact) => [fact, facts[fact]])))
  const holds = events.length > 0
  if (answers.size >= mostAnswers) answers.clear()
  answers.set(values, holds)
  return holds
}

function questionsFor(rules: Record<string, Condition>): Question[] {
  const built = questionsOf.get(rules)
  if (built) return built
  const byCondition = new Map<string, Question>()
  for (const [id, condition] of Object.entries(rules)) {
    const text = JSON.stringify(condition)
    const question = byCondition.get(text)
    if (question) question.rules.push(id)
    else byCondition.set(text, questionOf(id, condition))
  }
  const questions = [...byCondition.values()]
  questionsOf.set(rules, questions)
  return questions
}

function questionOf(rule: string, condition: Condition): Question {
  const engine = new Engine([{ conditions: topLevel(condition), event: { type: 'holds' } }], {
    allowUndefinedFacts: true,
  })
  engine.addOperator('isKnown', (value: unknown) => value !== undefined)
  engine.addOperator('isUnknown', (value: unknown) => value === undefined)
  // The library finds that undefined is not equal to anything; to Keynode the unknown is not unequal either.
  engine.addOperator('notEqual', (value: unknown, other: unknown) => value !== undefined && value !== other)
  engine.addOperator(
    'notIn',
    (value: unknown, others: unknown) => value !== undefined && Array.isArray(others) && !others.includes(value),
  )
  return { engine, rules: [rule], facts: [...new Set(testsIn(condition).map(({ fact }) => fact))], answers: new Map() }
}

/** json-rules-engine asks for a group at the top. */
const topLevel = (condition: Condition): TopLevelCondition =>
  ('fact' in condition ? { all: [condition] } : condition) as TopLevelCondition
