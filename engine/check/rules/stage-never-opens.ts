import type { Condition } from '../../model/condition.ts'
import type { ProcessModel } from '../../model/process-model.ts'
import type { Transition } from '../../model/stage.ts'
import { canHold } from '../can-hold.ts'
import type { Check } from '../finding.ts'
import { keptOf, passedBefore, passedWith, restOf, waysInto } from '../passage.ts'
import { isWellTyped } from '../test-fault.ts'

/**
 * A stage that a path leads to and that yet no deal opens: its entry condition, or every transition into it, contradicts
 * what the stages rest on that each deal has passed by then; or it waits for ways of which no deal takes all.
 */
export const stageNeverOpens: Check<'stage-never-opens'> = (model) =>
  model.stages.flatMap(({ id, name, entry, join }) => {
    const before = passedBefore(model).get(id)
    const ways = waysInto(model).get(id) ?? []
    if (!before || ways.length === 0) return []
    const contradicts = (condition: Condition, passed: Iterable<string>, open?: string) =>
      isWellTyped(model, condition) &&
      canHold(model, condition) &&
      !canHold(model, { all: [restOf(model, passed, condition, open), condition] })
    const isShut = ({ from, condition }: (typeof ways)[number]) =>
      condition !== undefined && contradicts(condition, passedWith(model, from))
    const entryIsShut = entry !== undefined && contradicts(entry, before, id)
    const closed = join === 'all' ? ways.some(isShut) || excludeEachOther(model, ways) : ways.every(isShut)
    if (!closed && !entryIsShut) return []
    return [{ place: { kind: 'stage', id, ...(entryIsShut && { part: 'entry' }) }, values: { stage: name } }]
  })

/** Whether no deal takes all of these ways, although it could take each. */
function excludeEachOther(model: ProcessModel, ways: readonly Transition[]): boolean {
  const rest = (taken: readonly Transition[]): Condition => {
    const passed = new Set(taken.flatMap(({ from }) => [...passedWith(model, from)]))
    const conditions = taken.flatMap(({ condition }) => condition ?? [])
    return { all: [...keptOf(model, passed), ...conditions] }
  }
  if (ways.length < 2 || !isWellTyped(model, rest(ways))) return false
  return ways.every((way) => canHold(model, rest([way]))) && !canHold(model, rest(ways))
}
