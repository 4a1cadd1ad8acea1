import { lowerCondition } from '../compile/lower-condition.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import type { KnownFacts } from '../facts/fact.ts'
import type { Routing, RoutingRule } from './routing.ts'

/** The first rule of a department that fits what is known of a request; none where no rule does. Pure. */
export async function ruleFor({ rules }: Routing, facts: KnownFacts): Promise<RoutingRule | undefined> {
  const conditions = rules.flatMap(({ id, when }) => (when ? [[id, lowerCondition(when)] as const] : []))
  const held = await evaluate(Object.fromEntries(conditions), facts)
  return rules.find(({ id, when }) => !when || held.has(id))
}
