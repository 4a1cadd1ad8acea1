import {
  type Action,
  factName,
  type Grade,
  type KnownFacts,
  type Place,
  type ProcessModel,
  type Stage,
  standingFacts,
  type ValueType,
} from '#engine'
import type { DealState, StageStatus } from '#engine/deal'
import { card, linesOf } from './geometry.ts'
import { type Known, type Obtained, obtainedOf } from './obtained.ts'

/** An element or a commitment on a card. `role` is who gives it. */
export type Chip = {
  place: Place
  name: string
  value?: ValueType
  role?: { id: string; name: string } | undefined
  required: boolean
  grade: Grade
  obtained?: Obtained
}

export type CardAction = { action: Action; open: boolean; late: boolean }

/** What is going on at a stage of a running deal. `late` counts those past their due time. */
export type Count = { open: number; late: number }

/** All that a stage's card shows; `height` is what it takes. */
export type StageCard = {
  stage: Stage
  elements: Chip[]
  commitments: Chip[]
  actions: CardAction[]
  height: number
  folded: boolean
  live?: { status: StageStatus; tasks: Count; requests: Count; objections: Count }
}

type Shown = { live?: DealState | undefined; facts?: KnownFacts | undefined; folded?: boolean }

export function stageCard(model: ProcessModel, stage: Stage, { live, facts, folded = false }: Shown = {}): StageCard {
  const known = live && { standing: standingFacts(live.observations), facts }
  const tasks = live
    ? Object.values(live.tasks).filter((task) => task.status === 'open' && task.stage === stage.id)
    : []
  const content = {
    stage,
    folded,
    elements: stage.elements.map(
      (element): Chip => ({
        place: { kind: 'element', id: element.id, stage: stage.id },
        name: element.name,
        value: element.value,
        required: element.required,
        grade: element.grade,
        ...standingOf(known, factName.element(element.id), element.grade),
      }),
    ),
    commitments: commitmentChips(model, stage, known),
    actions: stage.actions.map((action) => {
      const owed = tasks.filter((task) => task.action === action.id)
      return { action, open: owed.length > 0, late: owed.some(({ escalatedAt }) => escalatedAt !== undefined) }
    }),
    ...(live && { live: liveOf(live, stage.id) }),
  }
  return { ...content, height: heightOf(content) }
}

function commitmentChips(model: ProcessModel, stage: Stage, known: Known | undefined): Chip[] {
  return stage.commitments.map(({ id, name, role, required, grade, validity }) => {
    const from = model.chain.roles.find((one) => one.id === role)
    return {
      place: { kind: 'commitment', id, stage: stage.id },
      name,
      role: from && { id: from.id, name: from.name },
      required,
      grade,
      ...standingOf(known, factName.commitment(id), grade, validity !== undefined),
    }
  })
}

const standingOf = (known: Known | undefined, fact: string, grade: Grade, lapses = false) =>
  known ? { obtained: obtainedOf(known, fact, grade, lapses) } : {}

function liveOf(live: DealState, stage: string): NonNullable<StageCard['live']> {
  const here = <Item extends { stage?: string; status: string; escalatedAt?: string }>(
    items: Record<string, Item>,
    isOpen: (item: Item) => boolean,
  ): Count => {
    const open = Object.values(items).filter((item) => item.stage === stage && isOpen(item))
    return { open: open.length, late: open.filter(({ escalatedAt }) => escalatedAt !== undefined).length }
  }
  return {
    status: live.stages[stage]?.status ?? 'waiting',
    tasks: here(live.tasks, ({ status }) => status === 'open'),
    requests: here(live.supportRequests, ({ status }) => status === 'open'),
    objections: here(live.objections, ({ status }) => status !== 'closed'),
  }
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0)

function heightOf({ stage, elements, commitments, actions, live, folded }: Omit<StageCard, 'height'>): number {
  const name = card.line * linesOf(stage.name, card.width - 2 * card.pad - 52)
  if (folded) return 2 * card.pad + name + card.section + card.summary
  const sections = [
    name,
    live || stage.end ? card.status - card.section : 0,
    stage.entry ? card.sentence : 0,
    elements.length * card.element - card.chipGap,
    commitments.length * card.commitment - card.chipGap,
    actions.length * card.action,
    stage.exit ? card.sentence : 0,
    live && isBusy(live) ? card.counts : 0,
    elements.length + commitments.length + actions.length === 0 && !stage.exit ? card.action : 0,
  ].filter((height) => height > 0)
  return 2 * card.pad + sum(sections) + card.section * (sections.length - 1)
}

export const isBusy = ({ tasks, requests, objections }: NonNullable<StageCard['live']>): boolean =>
  tasks.open + requests.open + objections.open > 0
