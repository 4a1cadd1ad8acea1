import type { Witness } from '../check/can-hold.ts'
import { compileModel } from '../compile/compile.ts'
import { supportTriggersOf } from '../facts/catalogue.ts'
import { factName } from '../facts/fact.ts'
import type { Scalar } from '../model/condition.ts'
import type { ProcessModel } from '../model/process-model.ts'
import type { PlayedFact, PlayStep } from '../model/scenario.ts'
import { grades, type ValueType } from '../model/value-type.ts'
import { leapOf } from './leap-of.ts'
import { beginPlay, playOn, type Snapshot } from './play.ts'

export type Played = { steps: PlayStep[]; snapshots: Snapshot[] }

/**
 * A drawing, the values that its facts are to have, and the instant at which the deal is opened. What is held back nobody
 * brings, and no department answers with it.
 */
type Setting = { model: ProcessModel; values: Witness; start: string; heldBack?: ReadonlySet<string> }

/** Waits in a row that may bring a purchase no further before it counts as standing. */
const mostIdleWaits = 3
const day = 86_400_000

/**
 * Plays the deal on which everybody brings all they can, as soon as they can: what roles disclose and promise is learnt at
 * once, departments approve, tasks are done, and time goes by. Facts have the values of `values` where these name them.
 * It stops where nothing more happens, once the purchase has ended and only time would pass, or once `until` holds.
 */
export async function bringAll(
  setting: Setting,
  until: (snapshot: Snapshot) => boolean = () => false,
): Promise<Played> {
  const { model, values, start } = setting
  const plan = compileModel(model)
  const snapshots = [await beginPlay(plan, start)]
  const steps: PlayStep[] = []
  const last = (): Snapshot => snapshots.at(-1) as Snapshot
  const take = async (step: PlayStep): Promise<boolean> => {
    const after = await playOn(plan, last(), step)
    if (after.refused !== undefined) return false
    steps.push(step)
    snapshots.push(after)
    return true
  }
  const style = values.get(factName.style)
  if (typeof style === 'string') await take({ kind: 'choose-style', style })
  const objection = model.objectionTypes[0]?.id
  for (let n = Number(values.get(factName.openObjections) ?? 0); n > 0 && objection; n -= 1)
    await take({ kind: 'object', type: objection })
  const learn = async (facts: PlayedFact[]) => {
    const brought = facts.filter(({ fact }) => !setting.heldBack?.has(fact))
    return brought.length > 0 && (await take({ kind: 'learn', facts: brought }))
  }
  await learn(freeFacts(setting))
  const worked = new Set<string>()
  const work = async (): Promise<boolean> => {
    const open = Object.entries(last().state.tasks).filter(([id, { status }]) => status === 'open' && !worked.has(id))
    for (const [id] of open) worked.add(id)
    return learn(factsOf(setting, new Set(open.flatMap(([, { brings }]) => brings))))
  }
  const ends = model.stages.filter(({ end }) => end)
  const isOver = () => ends.some(({ id }) => last().state.stages[id]?.status === 'completed')
  let furthest = 0
  for (let waits = 0; !until(last()); ) {
    const passed = Object.values(last().state.stages).filter(({ status }) => status === 'completed').length
    if (passed > furthest) waits = 0
    furthest = Math.max(furthest, passed)
    if (await work()) continue
    if (await answerOne(setting, last(), take)) continue
    if (await doOne(setting, last(), take)) continue
    const { wakeAt } = last().state
    if (!wakeAt || isOver() || waits === mostIdleWaits) break
    waits += 1
    await take({ kind: 'wait', for: leapOf(Date.parse(wakeAt) - Date.parse(last().now)) })
  }
  return { steps, snapshots }
}

/** What can be learnt at any time: attributes, and what a role discloses or promises. */
function freeFacts(setting: Setting): PlayedFact[] {
  const { attributes, stages } = setting.model
  const disclosed = stages.flatMap(({ elements }) => elements).filter(({ from }) => from.length > 0)
  const promised = stages.flatMap(({ commitments }) => commitments)
  return [
    ...attributes.map(({ id, value }) => played(setting, factName.attribute(id), value)),
    ...factsOf(setting, new Set([...disclosed, ...promised].map(({ id }) => id))),
  ]
}

/** Elements and commitments by their ids, as facts. What no role is drawn to promise, nobody promises. */
function factsOf(setting: Setting, ids: ReadonlySet<string>): PlayedFact[] {
  const { chain, stages } = setting.model
  const isPromised = (role: string | undefined) => chain.roles.some(({ id }) => id === role)
  return stages.flatMap(({ elements, commitments }) => [
    ...elements.filter(({ id }) => ids.has(id)).map(({ id, value }) => played(setting, factName.element(id), value)),
    ...commitments
      .filter(({ id, role }) => ids.has(id) && isPromised(role))
      .map(({ id }) => played(setting, factName.commitment(id), { kind: 'flag' })),
  ])
}

type Take = (step: PlayStep) => Promise<boolean>

async function answerOne(setting: Setting, { state }: Snapshot, take: Take): Promise<boolean> {
  for (const { trigger, status } of Object.values(state.supportRequests)) {
    const drawn = supportTriggersOf(setting.model).find(({ id }) => id === trigger)
    if (status !== 'open' || !drawn) continue
    const facts = factsOf(setting, new Set(drawn.brings))
    if (facts.some(({ fact }) => setting.heldBack?.has(fact))) continue
    const verdict = setting.values.get(factName.support(trigger)) ?? 'approved'
    if (await take({ kind: 'answer', trigger, facts, verdict: verdict as 'approved' })) return true
  }
  return false
}

async function doOne({ heldBack }: Setting, { state }: Snapshot, take: Take): Promise<boolean> {
  for (const { action, brings, status } of Object.values(state.tasks)) {
    const isHeldBack = brings.some(
      (id) => heldBack?.has(factName.element(id)) || heldBack?.has(factName.commitment(id)),
    )
    if (status === 'open' && action && !isHeldBack && (await take({ kind: 'do', action }))) return true
  }
  return false
}

function played({ values, start }: Setting, fact: string, type: ValueType): PlayedFact {
  const grade = grades[Number(values.get(factName.grade(fact)) ?? 3) - 1] ?? 'signed'
  const age = Number(values.get(factName.daysSince(fact)) ?? 0)
  const value = values.get(fact) ?? anyValueOf(type, Date.parse(start) - age * day)
  return { fact, value, grade, ...(age > 0 && { age: { unit: 'days', amount: age } }) }
}

function anyValueOf(type: ValueType, at: number): Scalar {
  switch (type.kind) {
    case 'flag':
      return true
    case 'number':
    case 'money':
      return 1
    case 'choice':
      return type.options[0] ?? ''
    case 'date':
      return new Date(at).toISOString().slice(0, 10)
    case 'text':
      return 'x'
  }
}
