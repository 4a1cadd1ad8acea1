import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine'
import type { KnownFacts } from '../facts/fact.ts'
import type { Condition } from '../model/condition.ts'

/** Ids of the rules that hold. What rests on an unknown fact does not hold. */
export type Held = ReadonlySet<string>

const engines = new WeakMap<Record<string, Condition>, Engine>()

/** Asks json-rules-engine which of a plan's rules hold on the known facts. The engine is built once for each set of rules. */
export async function evaluate(rules: Record<string, Condition>, facts: KnownFacts): Promise<Held> {
  const { events } = await engineFor(rules).run({ ...facts })
  return new Set(events.map((event) => event.type))
}

function engineFor(rules: Record<string, Condition>): Engine {
  const built = engines.get(rules)
  if (built) return built
  const engine = new Engine(
    Object.entries(rules).map(
      ([id, condition]): RuleProperties => ({ conditions: topLevel(condition), event: { type: id } }),
    ),
    { allowUndefinedFacts: true },
  )
  engine.addOperator('isKnown', (value: unknown) => value !== undefined)
  engine.addOperator('isUnknown', (value: unknown) => value === undefined)
  // The library finds that undefined is not equal to anything; to Keynode the unknown is not unequal either.
  engine.addOperator('notEqual', (value: unknown, other: unknown) => value !== undefined && value !== other)
  engine.addOperator(
    'notIn',
    (value: unknown, others: unknown) => value !== undefined && Array.isArray(others) && !others.includes(value),
  )
  engines.set(rules, engine)
  return engine
}

/** json-rules-engine asks for a group at the top. */
const topLevel = (condition: Condition): TopLevelCondition =>
  ('fact' in condition ? { all: [condition] } : condition) as TopLevelCondition
