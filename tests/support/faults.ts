import type { Condition, ProcessModel, RuleName } from '#engine'
import { ask, aWay } from './a-drawing.ts'

type Stage = ProcessModel['stages'][number]

/**
 * One way of spoiling a valid drawing. `sites` are the places where it can be done, `spoil` does it at one of them on a
 * copy. It counts as found where one of `rules` complains.
 */
export type Fault = {
  name: string
  rules: RuleName[]
  sites: (model: ProcessModel) => string[]
  spoil: (model: ProcessModel, site: string) => void
}

const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id)
const inner = ({ stages }: ProcessModel) => stages.slice(1, -1)
const from = (model: ProcessModel, id: string) => model.transitions.filter((way) => way.from === id)
const into = (model: ProcessModel, id: string) => model.transitions.filter((way) => way.to === id)
const stage = (model: ProcessModel, id: string) => model.stages.find((one) => one.id === id) as Stage
const number = (id: string) => id.slice(1)
const withExit = (one: Stage, more: Condition) => {
  one.exit = one.exit ? { all: [one.exit, more] } : more
}
/** Stages that every deal passes: where no pair of ways leads around them. */
const onEveryWay = (model: ProcessModel) =>
  inner(model).filter(({ id }) => into(model, id).every((way) => from(model, way.from).length === 1))
const numbers = ({ elements }: Stage) =>
  elements.some(({ id, value }) => id.startsWith('e') && (value.kind === 'number' || value.kind === 'money'))
const floorOf = ({ exit }: Stage): number => {
  const tests = exit && 'all' in exit ? exit.all : [exit]
  const found = tests.find((test) => test && 'fact' in test && test.fact.startsWith('element.'))
  return found && 'fact' in found ? Number(found.value) : 0
}

export const faults: Fault[] = [
  {
    name: 'what led to a stage comes from behind it',
    rules: ['stage-unreachable'],
    sites: (model) => ids(onEveryWay(model)),
    spoil: (model, site) => {
      const back = from(model, site)[0]?.to ?? site
      model.transitions = [...model.transitions.filter(({ to }) => to !== site), aWay(back, site) as never]
    },
  },
  {
    name: 'a stage waits for two ways of which every deal takes one',
    rules: ['stage-never-opens'],
    sites: (model) =>
      ids(
        model.stages.filter(({ id }) =>
          into(model, id).some(({ from: one }) => stage(model, one).description.match(/size|amount/)),
        ),
      ),
    spoil: (model, site) => {
      stage(model, site).join = 'all'
    },
  },
  {
    name: 'no transition leaves a stage',
    rules: ['stage-never-left'],
    sites: (model) => ids(model.stages.slice(0, -1)),
    spoil: (model, site) => {
      model.transitions = model.transitions.filter((way) => way.from !== site)
    },
  },
  {
    name: 'one of the ways from a stage is for fewer deals',
    rules: ['branch-gap'],
    sites: (model) => ids(model.transitions.filter(({ condition }) => condition)),
    spoil: (model, site) => {
      const way = model.transitions.find(({ id }) => id === site)
      const test = way?.condition
      if (!test || !('fact' in test)) return
      if (Array.isArray(test.value)) test.value = test.value.slice(0, 1)
      else if (test.operator === 'lessThan') test.value = Number(test.value) - 5_000
      else if (test.operator === 'greaterThanInclusive') test.value = Number(test.value) + 5_000
      else way.condition = { all: [test, ask('attribute.amount', 'greaterThan', 9_000)] }
    },
  },
  {
    name: 'a stage opens only after the answer of the department that it calls',
    rules: ['stage-waits-on-later'],
    sites: (model) => ids(inner(model).filter(({ support }) => support.length > 0)),
    spoil: (model, site) => {
      const one = stage(model, site)
      one.entry = ask(`support.${one.support[0]?.id}`, 'equal', 'approved')
    },
  },
  {
    name: 'a stage asks for what only a later stage brings',
    rules: ['stage-waits-on-later'],
    sites: (model) => ids(onEveryWay(model).filter((one) => laterStudy(model, one))),
    spoil: (model, site) => {
      const one = stage(model, site)
      withExit(one, ask(`element.${laterStudy(model, one)}`, 'equal'))
    },
  },
  {
    name: 'a stage asks for two things that exclude each other',
    rules: ['stage-never-complete', 'condition-never-holds'],
    sites: (model) => ids(inner(model).filter(numbers)),
    spoil: (model, site) => {
      const one = stage(model, site)
      withExit(one, ask(`element.e${number(site)}`, 'lessThan', floorOf(one)))
    },
  },
  {
    name: 'an exit condition rules out what the stage requires',
    rules: ['stage-never-complete', 'condition-never-holds'],
    sites: (model) => ids(inner(model).filter(({ commitments }) => commitments.length > 0)),
    spoil: (model, site) => withExit(stage(model, site), ask(`commitment.c${number(site)}`, 'equal', false)),
  },
  {
    name: 'the last stage asks for the opposite of an earlier one',
    rules: ['stage-contradicts-earlier'],
    sites: (model) => ids(onEveryWay(model).filter(numbers)),
    spoil: (model, site) => {
      const last = model.stages.at(-1)
      if (last) withExit(last, ask(`element.e${number(site)}`, 'lessThan', floorOf(stage(model, site))))
    },
  },
  {
    name: 'a stage asks for the opposite of what led to it',
    rules: ['stage-never-opens'],
    sites: (model) => model.transitions.filter(({ condition }) => condition).map(({ to }) => to),
    spoil: (model, site) => {
      const led = into(model, site)[0]?.condition
      if (led) stage(model, site).entry = { not: led }
    },
  },
  {
    name: 'a part of a condition stands in the shadow of another',
    rules: ['condition-part-shadowed'],
    sites: (model) => ids(inner(model).filter(numbers)),
    spoil: (model, site) => {
      const one = stage(model, site)
      withExit(one, ask(`element.e${number(site)}`, 'greaterThan', floorOf(one) - 2))
    },
  },
  {
    name: 'a second way does what the first one does',
    rules: ['transition-shadowed', 'transition-duplicate'],
    sites: (model) => ids(model.transitions.filter(({ condition }) => condition)),
    spoil: (model, site) => {
      const way = model.transitions.find(({ id }) => id === site)
      if (!way?.condition) return
      const condition: Condition = { all: [way.condition, ask('attribute.amount', 'greaterThan', 77)] }
      model.transitions.push({ ...way, id: `${site} again`.replace(' ', '-'), condition })
    },
  },
  {
    name: 'a way rules out what its stage has just required',
    rules: ['transition-never-taken'],
    sites: (model) => ids(onEveryWay(model).filter(numbers)),
    spoil: (model, site) => {
      for (const way of from(model, site))
        way.condition = ask(`element.e${number(site)}`, 'lessThan', floorOf(stage(model, site)))
    },
  },
  {
    name: 'nobody discloses an element',
    rules: ['element-nobody-brings'],
    sites: (model) => ids(model.stages),
    spoil: (model, site) => {
      const one = stage(model, site)
      for (const element of one.elements) if (element.id === `e${number(site)}`) element.from = []
      one.actions = one.actions.filter(({ id }) => id !== `a${number(site)}`)
    },
  },
  {
    name: 'nobody promises a commitment',
    rules: ['commitment-without-role'],
    sites: (model) => ids(model.stages.filter(({ commitments }) => commitments.length > 0)),
    spoil: (model, site) => {
      for (const commitment of stage(model, site).commitments) delete commitment.role
    },
  },
  {
    name: 'who promises a commitment is no longer in the chain',
    rules: ['commitment-role-missing'],
    sites: (model) => ids(model.stages.filter(({ commitments }) => commitments.length > 0)),
    spoil: (model, site) => {
      for (const commitment of stage(model, site).commitments) commitment.role = 'gone'
    },
  },
  {
    name: 'a request goes to no department',
    rules: ['support-without-department'],
    sites: (model) => ids(model.stages.filter(({ support }) => support.length > 0)),
    spoil: (model, site) => {
      for (const trigger of stage(model, site).support) delete trigger.department
    },
  },
  {
    name: 'nobody is in a layer',
    rules: ['layer-without-role', 'layer-never-signed'],
    sites: (model) => ids(model.chain.layers),
    spoil: (model, site) => {
      for (const role of model.chain.roles) if (role.layer === site) delete role.layer
    },
  },
  {
    name: 'nobody is in a department that signs beside a layer',
    rules: ['specialist-without-role'],
    sites: (model) => ids(model.chain.specialists),
    spoil: (model, site) => {
      for (const role of model.chain.roles) if (role.specialist === site) delete role.specialist
    },
  },
  {
    name: 'a layer asks for more signatures than there are roles',
    rules: ['layer-count-too-high'],
    sites: (model) => ids(model.chain.layers),
    spoil: (model, site) => {
      for (const layer of model.chain.layers) if (layer.id === site) layer.rule = { kind: 'at-least', count: 9 }
    },
  },
  {
    name: 'a layer that a stage waits for is asked for no commitment',
    rules: ['layer-never-signed'],
    sites: (model) => [model.stages.at(-1)?.id ?? ''],
    spoil: (model) => {
      for (const one of model.stages) for (const given of one.commitments) if (given.role === 'r2') given.role = 'r0'
    },
  },
  {
    name: 'an action is due before the answer that it needs',
    rules: ['action-due-before-answer'],
    sites: (model) => ids(model.stages.filter(({ elements }) => elements.length > 1)),
    spoil: (model, site) => {
      for (const action of stage(model, site).actions)
        if (action.id === `b${number(site)}`) action.due = { unit: 'hours', amount: 4 }
    },
  },
  {
    name: 'an action is due before the customer’s department usually gets through',
    rules: ['action-due-before-sign-off'],
    sites: (model) => ids(model.stages.filter(({ commitments }) => commitments.some(({ role }) => role === 'r1'))),
    spoil: (model, site) => {
      for (const action of stage(model, site).actions)
        if (action.id === `p${number(site)}`) action.due = { unit: 'days', amount: 2 }
    },
  },
  {
    name: 'a commitment lapses while its stage waits for it to age',
    rules: ['commitment-lapses-first'],
    sites: (model) => ids(inner(model).filter(({ commitments }) => commitments.some(({ validity }) => validity))),
    spoil: (model, site) => {
      for (const commitment of stage(model, site).commitments) commitment.validity = { unit: 'days', amount: 2 }
    },
  },
  {
    name: 'two stages in a circle ask for nothing',
    rules: ['cycle-without-progress'],
    sites: (model) =>
      model.transitions
        .filter((way) => !way.condition && way.from !== model.stages[0]?.id && way.to !== model.stages.at(-1)?.id)
        .filter((way) => stage(model, way.from).join === 'any')
        .map(({ id }) => id),
    spoil: (model, site) => {
      const way = model.transitions.find(({ id }) => id === site)
      if (!way) return
      for (const id of [way.from, way.to])
        Object.assign(stage(model, id), { elements: [], commitments: [], actions: [], support: [] })
      for (const id of [way.from, way.to]) for (const part of ['entry', 'exit'] as const) delete stage(model, id)[part]
      model.transitions.push(aWay(way.to, way.from) as never)
    },
  },
  {
    name: 'no stage ends the purchase',
    rules: ['end-missing', 'stage-never-left'],
    sites: (model) => [model.stages.at(-1)?.id ?? ''],
    spoil: (model, site) => {
      delete stage(model, site).end
    },
  },
  {
    name: 'a transition leads back to where every deal has been',
    rules: ['transition-leads-back', 'start-missing'],
    sites: (model) => ids(onEveryWay(model)),
    spoil: (model, site) => {
      model.transitions.push(
        aWay(site, model.stages[0]?.id ?? '', { condition: ask('attribute.amount', 'greaterThan', 5) }) as never,
      )
    },
  },
  {
    name: 'a request has no due time',
    rules: ['support-without-due'],
    sites: (model) => ids(model.stages.filter(({ support }) => support.length > 0)),
    spoil: (model, site) => {
      for (const trigger of stage(model, site).support) delete trigger.due
    },
  },
  {
    name: 'a date is compared with a name',
    rules: ['condition-value-mismatch', 'condition-date-invalid'],
    sites: (model) => ids(model.stages.filter(({ elements }) => elements.some(({ value }) => value.kind === 'date'))),
    spoil: (model, site) => withExit(stage(model, site), ask(`element.e${number(site)}`, 'equal', 'Acme')),
  },
]

/** An element that only a stage after this one brings. */
function laterStudy(model: ProcessModel, { id }: Stage): string | undefined {
  const after = model.stages.slice(model.stages.findIndex((one) => one.id === id) + 1)
  return after.flatMap(({ elements }) => elements).find((element) => element.id.startsWith('d'))?.id
}
