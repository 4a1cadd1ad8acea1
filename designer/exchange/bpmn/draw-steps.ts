import type { Condition, Stage, Transition } from '#engine'
import { type Bpmn, isActivity, kindOf, nameOf, toldOf, triggerOf } from './bpmn.ts'
import { createForks } from './draw-forks.ts'
import type { Parts } from './parts.ts'
import type { Way, Ways } from './read-ways.ts'

/** What a drawing holds already of the file's steps and ways, where Keynode itself wrote the file. */
export type Known = {
  stageOf(step: Bpmn): Stage | undefined
  transitionOf(way: Way): Transition | undefined
}

export type DrawnSteps = { stages: Stage[]; transitions: Transition[]; stageOf: ReadonlyMap<Bpmn, string> }

/**
 * Steps as stages and ways as transitions. A step asks for one element, that it was done; a subprocess for one of each step
 * inside. What is known already stays as it is.
 */
export function drawSteps({ steps, ways }: Ways, parts: Parts, known: Known): DrawnSteps {
  const stages = new Map<string, Stage>()
  const stageOf = new Map<Bpmn, string>()
  const add = (step: Bpmn, stage: Stage) => {
    stages.set(stage.id, stage)
    stageOf.set(step, stage.id)
  }
  for (const step of steps) add(step, known.stageOf(step) ?? newStage(step, parts))
  const conditionOf = createForks(parts, (step, element) => stages.get(stageOf.get(step) ?? '')?.elements.push(element))

  const drawn = new Map<string, Transition & { conditions: (Condition | undefined)[] }>()
  for (const way of ways) {
    const from = stages.get(stageOf.get(way.from) ?? '') as Stage
    const there = known.transitionOf(way)
    if (!stageOf.has(way.to) && !there) {
      if (known.stageOf(way.from)?.end) continue
      const outcome = guessOutcome(way.to, parts)
      if (isOnly(way, ways)) {
        stages.set(from.id, { ...from, end: outcome })
        continue
      }
      add(way.to, parts.stage(parts.names.end(outcome), { end: outcome }))
    }
    const to = stages.get(stageOf.get(way.to) ?? '') as Stage
    if (there) {
      drawn.set(there.id, { ...there, from: from.id, to: to.id, conditions: [] })
      continue
    }
    if (from === to) {
      parts.leave('way-back-to-itself', nameOf(way.from))
      continue
    }
    if (way.joins && !known.stageOf(way.to)) stages.set(to.id, { ...to, join: 'all' })
    const conditions = way.forks.map((fork, n) => conditionOf(fork, way.from, n === 0))
    const condition = conditions.length > 1 ? { all: conditions } : conditions[0]
    const key = `${from.id} ${to.id}`
    const before = drawn.get(key)
    if (before) before.conditions.push(condition)
    else
      drawn.set(key, {
        id: parts.freshId('transition', `${from.id}-to-${to.id}`),
        from: from.id,
        to: to.id,
        conditions: [condition],
      })
  }
  const transitions = [...drawn.values()].map(withCondition)
  return { stages: [...stages.values()].map((stage) => ended(stage, transitions, parts)), transitions, stageOf }
}

const isOnly = (way: Way, ways: readonly Way[]): boolean =>
  way.forks.length === 0 && ways.every((one) => one === way || one.from !== way.from)

function newStage(step: Bpmn, parts: Parts): Stage {
  const isStart = kindOf(step) === 'StartEvent' && !nameOf(step)
  const name = nameOf(step) || (isStart ? parts.names.start : parts.names.step)
  const stage = parts.stage(name, {
    description: parts.shortened([toldOf(step), parts.noteOn(step)].filter(Boolean).join('\n'), 2000),
    ...(kindOf(step) === 'EndEvent' && { end: guessOutcome(step, parts) }),
  })
  const asked = isStart ? [] : stepsInside(step, name)
  return { ...stage, elements: asked.map((one) => parts.element(step, one, {}, `${one} done`)) }
}

/** What a subprocess asks for, step by step; for any other step, itself. */
function stepsInside({ flowElements = [] }: Bpmn, name: string): string[] {
  const inside = flowElements.filter(
    (one) => nameOf(one) && (isActivity(one) || kindOf(one).startsWith('Intermediate')),
  )
  return inside.length > 0 ? inside.map(nameOf) : [name]
}

/** A failure, by what triggers the end or by its name, loses the purchase; anything else wins it. A person has to look. */
function guessOutcome(end: Bpmn, parts: Parts): 'won' | 'lost' {
  parts.leave('outcome-guessed', nameOf(end))
  const fails = /reject|cancel|declin|fail|lost|abort|refus|denied|\bnot\b|拒|取消|失[败敗單单]|丟|丢|[终終]止/i
  return ['error', 'cancel'].includes(triggerOf(end) ?? '') || fails.test(nameOf(end)) ? 'lost' : 'won'
}

/** A step that nothing follows ends the purchase, as in BPMN. */
function ended(stage: Stage, transitions: readonly Transition[], parts: Parts): Stage {
  if (stage.end || transitions.some(({ from }) => from === stage.id) || parts.isKnown(stage)) return stage
  parts.leave('outcome-guessed', stage.name)
  return { ...stage, end: 'won' }
}

/** Several ways from one stage to the next are one transition, taken on the condition of any of them. */
function withCondition({
  conditions,
  ...transition
}: Transition & { conditions: (Condition | undefined)[] }): Transition {
  const said = conditions.filter((one) => one !== undefined)
  const [only, ...others] = said
  if (!only || said.length < conditions.length) return transition
  return { ...transition, condition: others.length > 0 ? { any: said } : only }
}
