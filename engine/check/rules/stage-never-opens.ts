import { canHold } from '../can-hold.ts'
import type { Check } from '../finding.ts'
import { passedBefore, restOf, waysInto } from '../passage.ts'
import { isWellTyped } from '../test-fault.ts'

/**
 * A stage that a path leads to and that yet no deal opens: its entry condition, or every transition into it, contradicts
 * what the stages rest on that each deal has passed by then.
 */
export const stageNeverOpens: Check<'stage-never-opens'> = (model) =>
  model.stages.flatMap(({ id, name, entry, join }) => {
    const before = passedBefore(model).get(id)
    if (!before || before.size === 0) return []
    const contradicts = (condition = entry, passed: Iterable<string> = before) =>
      condition !== undefined &&
      isWellTyped(model, condition) &&
      canHold(model, condition) &&
      !canHold(model, { all: [restOf(model, passed, condition), condition] })
    const ways = waysInto(model).get(id) ?? []
    const isShut = ({ from, condition }: (typeof ways)[number]) =>
      condition !== undefined && contradicts(condition, [...(passedBefore(model).get(from) ?? []), from])
    const closed = join === 'all' ? ways.some(isShut) : ways.length > 0 && ways.every(isShut)
    if (!closed && !contradicts()) return []
    return [{ place: { kind: 'stage', id, ...(contradicts() && { part: 'entry' }) }, values: { stage: name } }]
  })
