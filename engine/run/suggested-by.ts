import type { Plan, PlannedStyle } from '../compile/plan.ts'
import type { Holds } from '../evaluate/evaluate.ts'

/** The styles that a model suggests, with their rules, which hold; in the order of the drawing. */
export async function suggestedBy(plan: Plan, holds: Holds): Promise<(PlannedStyle & { suggested: string })[]> {
  const suggested: (PlannedStyle & { suggested: string })[] = []
  for (const style of plan.styles) {
    const { suggested: rule } = style
    if (rule !== undefined && (await holds(rule))) suggested.push({ ...style, suggested: rule })
  }
  return suggested
}
